package import CameraModel

/// Why entries are not in the journal.
package enum JournalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The disk failed: nothing of what was to be appended is announced. The next append tries again, by itself in
    /// another file where this one's state is unknown; ``DiskError/isFull`` tells a full disk.
    case disk(DiskError)
    /// The entries can never be written as they are, for this reason.
    case unwritable(String)

    package var description: String {
        switch self {
        case .disk(let error): "the journal was not written: \(error)"
        case .unwritable(let words): "the entry cannot be written to the journal: \(words)"
        }
    }
}
