package import Evidence
import Recording
import Synchronization

/// Entries on their way to the journal's disk, and what waits for them to be there.
///
/// Whoever has something to say never waits: the journal's thread writes what has come since the last time with one
/// synchronization, then lets go of what waited. While the disk fails nobody is kept in the dark either: what waited is
/// let go as not durable, and the entries are tried again, in order, until they are written or there are too many.
package final class JournalQueue: Sendable {
    private struct Waiting {
        var entries: [JournalEntry]
        var then: @Sendable (JournalPosition?) -> Void
    }

    private struct State {
        var waiting: [Waiting] = []
        /// Not yet written, after an error.
        var backlog: [JournalEntry] = []
        /// Given up because the backlog was full.
        var lost = 0
        var isFailing = false
    }

    /// More than a shift's worth of a failing disk would need memory without end.
    static let longestBacklog = 20_000

    private let journal: Journal
    private let wake: @Sendable () -> Void
    private let failed: @Sendable (JournalError?) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - journal: Written by ``step()`` alone.
    ///   - wake: Called, from any thread, when there is something to write.
    ///   - failed: Called on the journal's thread when writing begins to fail, and with `nil` when it works again.
    package init(
        _ journal: Journal, wake: @escaping @Sendable () -> Void,
        failed: @escaping @Sendable (JournalError?) -> Void
    ) {
        self.journal = journal
        self.wake = wake
        self.failed = failed
    }

    /// Hands entries over; safe from any thread, never blocks.
    ///
    /// - Parameters:
    ///   - entries: In order.
    ///   - then: Called on the journal's thread with the place of the last of them, or `nil` when the disk failed.
    package func append(_ entries: [JournalEntry], then: @escaping @Sendable (JournalPosition?) -> Void = { _ in }) {
        state.withLock { $0.waiting.append(Waiting(entries: entries, then: then)) }
        wake()
    }

    /// Writes what waits; the journal's thread alone calls it, and blocks.
    ///
    /// - Returns: Whether there was anything to do, and it was done.
    @discardableResult
    package func step() -> Bool {
        let (waiting, backlog) = state.withLock { state in
            defer {
                state.waiting = []
                state.backlog = []
            }
            return (state.waiting, state.backlog)
        }
        guard !waiting.isEmpty || !backlog.isEmpty else { return false }
        let entries = backlog + waiting.flatMap(\.entries)
        do throws(JournalError) {
            let position = try journal.append(entries)
            for item in waiting { item.then(position) }
            if change(isFailing: false) { failed(nil) }
            return true
        } catch {
            keep(entries, after: error)
            for item in waiting { item.then(nil) }
            if change(isFailing: true) { failed(error) }
            return false
        }
    }

    /// How many entries are in no journal and never will be.
    package var lost: Int {
        state.withLock { $0.lost }
    }

    /// - Returns: Whether it was otherwise before.
    private func change(isFailing: Bool) -> Bool {
        state.withLock { state in
            defer { state.isFailing = isFailing }
            return state.isFailing != isFailing
        }
    }

    private func keep(_ entries: [JournalEntry], after error: JournalError) {
        state.withLock { state in
            // What can never be written must not keep the rest from it.
            let kept: [JournalEntry]
            switch error {
            case .disk: kept = Array(entries.prefix(Self.longestBacklog))
            case .unwritable: kept = []
            }
            state.lost += entries.count - kept.count
            state.backlog = kept + state.backlog
        }
    }
}
