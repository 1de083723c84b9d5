/// What the journal's files are called.
package enum JournalNames {
    /// Holds the journal, below the state folder.
    package static let folder = "journal"

    /// A file of the journal, such as `journal-00000001.jsonl`; the chain goes through them in the order of numbers.
    package static func file(_ number: Int) -> String {
        let digits = String(number)
        return "journal-\(String(repeating: "0", count: max(0, 8 - digits.count)))\(digits).jsonl"
    }

    /// The number of a file of the journal; `nil` for another name.
    package static func number(_ name: String) -> Int? {
        // Bounded, so that counting on from a name that somebody made cannot overflow.
        guard name.hasPrefix("journal-"), name.hasSuffix(".jsonl"), name.utf8.count <= 29,
            let number = Int(name.dropFirst(8).dropLast(6)), number > 0, file(number) == name
        else { return nil }
        return number
    }

    /// Where a torn tail of a file is kept, such as `journal-00000001.torn-1`.
    package static func torn(file number: Int, _ count: Int) -> String {
        "\(file(number).dropLast(6)).torn-\(count)"
    }

    /// The number of the file that a torn tail is of, from its name; `nil` for another name.
    package static func tornFile(_ name: String) -> Int? {
        guard name.utf8.count <= 40, let dot = name.firstIndex(of: "."), let number = number(name[..<dot] + ".jsonl"),
            let count = Int(name[dot...].dropFirst(6)), torn(file: number, count) == name
        else { return nil }
        return number
    }

    static func path(_ name: String) -> String {
        "\(folder)/\(name)"
    }
}
