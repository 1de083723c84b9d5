import DutyPolicy

/// Clauses as a person reads them.
struct PolicyReport {
    private let clauses: [Clause]

    init(_ clauses: [Clause]) {
        self.clauses = clauses
    }

    var text: String {
        var section = ""
        return clauses.flatMap { clause -> [String] in
            defer { section = clause.section }
            let heading = clause.section == section ? [] : [clause.section.uppercased(), ""]
            return heading + lines(clause) + [""]
        }.dropLast().joined(separator: "\n")
    }

    private func lines(_ clause: Clause) -> [String] {
        let entry = Entry(clause)
        let note = clause.note.map { " [\($0)]" } ?? ""
        var lines = [clause.id.text] + wrapped(clause.text + note, indent: "  ")
        lines += wrapped("\(entry.handling.title) \(entry.does)", indent: "  ")
        if let leaves = clause.leaves { lines += wrapped("Left to people or to a later part: \(leaves)", indent: "  ") }
        lines += entry.tests.flatMap { wrapped("shown by: \($0.title) (\($0.file))", indent: "    ") }
        if entry.tests.isEmpty, entry.handling == .unit { lines.append("    shown by: no test yet") }
        return lines
    }

    /// Lines of at most 100 characters, where words allow it.
    private func wrapped(_ text: String, indent: String) -> [String] {
        text.split(separator: " ").reduce(into: [String]()) { lines, word in
            if let line = lines.last, line.count + word.count < 100 {
                lines[lines.count - 1] = "\(line) \(word)"
            } else {
                lines.append((lines.isEmpty ? indent : indent + "  ") + word)
            }
        }
    }
}

extension PolicyReport {
    /// A clause as JSON.
    struct Entry: Encodable {
        let clause: String
        let section: String
        let text: String
        let note: String?
        let handling: Handling
        /// What the unit does, will do or supports.
        let does: String
        /// The part of the project that it waits for.
        let part: String?
        let leaves: String?
        let tests: [Test]

        struct Test: Encodable {
            let title: String
            let file: String
        }

        enum Handling: String, Encodable {
            case unit
            case later
            case humanOnly = "human-only"

            var title: String {
                switch self {
                case .unit: "The unit:"
                case .later: "Later:"
                case .humanOnly: "Human only. In support:"
                }
            }
        }

        init(_ clause: Clause) {
            self.clause = clause.id.text
            section = clause.section
            text = clause.text
            note = clause.note
            leaves = clause.leaves
            does = clause.handling.words
            tests = clause.shownBy.map { Test(title: $0.title, file: $0.file) }
            switch clause.handling {
            case .unit: (handling, part) = (.unit, nil)
            case .later(_, let later): (handling, part) = (.later, later.rawValue)
            case .humanOnly: (handling, part) = (.humanOnly, nil)
            }
        }
    }
}
