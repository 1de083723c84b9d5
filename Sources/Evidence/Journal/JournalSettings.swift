/// How a journal is laid out.
package struct JournalSettings: Hashable, Sendable {
    /// A file that has reached this size gets no more entries, in bytes.
    ///
    /// All of the last file is read at start-up.
    package var fileSize: Int64

    /// Entries written in one go are at most this, in bytes: no power cut tears more off the end than that.
    static let largestBatch = Int64(JournalLine.longest) + 1
    /// What of that is for the caller's entries; the rest is for what the journal may have to say first.
    static let largestAppend = largestBatch - (16 << 10)

    package init(fileSize: Int64 = 2 << 20) {
        self.fileSize = fileSize
    }
}
