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
