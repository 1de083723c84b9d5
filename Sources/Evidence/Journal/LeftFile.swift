/// A file of the journal that was left because the disk failed, and where the journal in it ends.
///
/// The first line of the file after it says so; what lies behind the end was never announced to anybody.
struct LeftFile: Hashable, Sendable {
    var number: Int
    /// In bytes; 0 when none of the file belongs to the journal, in which case it need not even be there.
    var end: Int64

    /// No more are left in a row.
    static let most = 64

    /// What a line says of left files; empty for other lines and for what makes no sense.
    static func all(in line: JournalLine) -> [LeftFile] {
        guard line.entry.kind == .resumed, case .array(let files) = line.entry.details["files"], files.count <= most
        else { return [] }
        return files.compactMap { file in
            guard case .object(let object) = file, case .string(let name) = object["file"],
                case .integer(let end) = object["bytes"], end >= 0, let number = JournalNames.number(name)
            else { return nil }
            return LeftFile(number: number, end: end)
        }
    }

    var json: JSONValue {
        ["file": .string(JournalNames.file(number)), "bytes": .integer(end)]
    }
}
