/// Something wrong with a journal, and where.
package struct JournalFault: Hashable, Sendable, CustomStringConvertible {
    /// The file's name in the journal's folder.
    package var file: String
    /// From 1; `nil` when it is about the file as a whole.
    package var line: Int?
    /// Where the line starts, in bytes.
    package var offset: Int64?
    package var defect: JournalDefect

    package init(file: String, line: Int?, offset: Int64?, defect: JournalDefect) {
        self.file = file
        self.line = line
        self.offset = offset
        self.defect = defect
    }

    package var description: String {
        let place = line.map { ", line \($0)" } ?? ""
        return "\(JournalNames.folder)/\(file)\(place)\(offset.map { ", byte \($0)" } ?? ""): \(defect)"
    }
}
