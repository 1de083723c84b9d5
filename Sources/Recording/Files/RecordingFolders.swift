import Synchronization

/// The folders of the recordings that are open, found by number.
///
/// Safe from any thread.
package final class RecordingFolders: Sendable {
    private struct Open {
        var folder: RecordingFolder
        var users: Int
        var cause = "stop"
    }

    private let open = Mutex<[Int: Open]>([:])

    package init() {}

    /// Makes a recording known, before any of its media are handed out.
    func insert(_ folder: RecordingFolder, users: Int) {
        open.withLock { $0[folder.recording] = Open(folder: folder, users: users) }
    }

    /// Says why a recording ends, for its record.
    func setEndCause(_ cause: String, of recording: Int) {
        open.withLock { $0[recording]?.cause = cause }
    }

    func endCause(of recording: Int) -> String {
        open.withLock { $0[recording]?.cause } ?? "stop"
    }

    func folder(of recording: Int) -> RecordingFolder? {
        open.withLock { $0[recording]?.folder }
    }

    /// Called once by each channel's writer at its end.
    func release(_ recording: Int) {
        open.withLock { open in
            open[recording]?.users -= 1
            if open[recording]?.users == 0 { open[recording] = nil }
        }
    }

    /// Whether the writers still work on it.
    package func isOpen(_ recording: Int) -> Bool {
        open.withLock { $0[recording] != nil }
    }
}
