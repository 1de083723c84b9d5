package import CameraModel
import Synchronization

/// Whether a unit's microphones are muted, and since when: shared by the duty and the microphones' threads.
///
/// Safe from any thread, never blocks.
package final class SoundMute: Sendable {
    private let state = Mutex<MonotonicTime?>(nil)

    package init() {}

    /// Since when the microphones are muted; `nil` while they are heard.
    package var since: MonotonicTime? {
        state.withLock { $0 }
    }

    package func set(_ isMuted: Bool, at time: MonotonicTime) {
        state.withLock { $0 = isMuted ? $0 ?? time : nil }
    }
}
