import Synchronization

/// What is known of a microphone now, for whoever asks.
///
/// Safe from any thread.
package final class AudioStatus: Sendable {
    package struct Value: Hashable, Sendable {
        package var isPresent = false
        package var driftPartsPerMillion: Double?
        /// Largest sample of the last period, of 32 767.
        package var peak = 0
        package var gaps = 0
        /// Silence that stands for missing sound, in seconds.
        package var gapSeconds = 0.0
        /// Why it gives nothing; `nil` while it does.
        package var problem: String?

        package init() {}
    }

    private let state = Mutex(Value())

    package init() {}

    package var value: Value {
        state.withLock { $0 }
    }

    func update(_ change: (inout Value) -> Void) {
        state.withLock { change(&$0) }
    }
}
