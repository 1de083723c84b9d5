/// A place in the journal: an entry's number, and the hash that fixes it and all before it.
///
/// Kept outside the journal (in a shift report, a manifest, under a signature) it shows whether the journal was cut
/// behind it or written anew, which no chain can show by itself.
package struct JournalPosition: Hashable, Sendable {
    /// The entry's number, from 1; 0 before the first.
    package var sequence: Int64
    /// SHA-256 of the entry's line without its line break, in lower-case hexadecimal; 64 zeros before the first.
    package var hash: String

    package init(sequence: Int64, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }

    /// Before the first entry.
    package static let start = JournalPosition(sequence: 0, hash: noHash)

    /// What stands for a hash where there is nothing before.
    package static let noHash = String(repeating: "0", count: 64)
}
