/// A proven line of the journal, and where it stands.
package struct JournalRecord: Hashable, Sendable {
    package var line: JournalLine
    /// SHA-256 of the line.
    package var hash: String
    /// The file's name in the journal's folder.
    package var file: String
    /// In the file, from 1.
    package var number: Int
    /// Where the line starts in the file, in bytes.
    package var offset: Int64
}
