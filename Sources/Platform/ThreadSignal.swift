import Dispatch

/// Wakes one thread that waits for work.
///
/// Waking is kept until somebody waits; any number of wakes count as one or more.
package final class ThreadSignal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    package init() {}

    /// Safe from any thread, never blocks.
    package func wake() {
        semaphore.signal()
    }

    /// Blocks until woken, or for a while at most.
    ///
    /// Never call it on a cooperative thread.
    package func wait(atMost duration: Duration) {
        let nanoseconds = duration.components.attoseconds / 1_000_000_000 + duration.components.seconds * 1_000_000_000
        // Woken or not, the caller looks for work itself.
        _ = semaphore.wait(timeout: .now() + .nanoseconds(Int(nanoseconds)))
    }
}
