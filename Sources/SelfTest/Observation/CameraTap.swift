package import CameraModel
import Synchronization

/// Where a running camera leaves what the self-test and the continuous watch want to see.
///
/// Safe from any thread. While nobody looks, a frame costs one uncontended lock; while somebody does, a picture is taken
/// aside every quarter of a second, after it went to the recording. Whoever wants to look says until when, so that an
/// observer which goes away leaves nothing running.
package final class CameraTap: CameraObserver {
    private struct State {
        var observation = CameraObservation()
        var wantedUntil: MonotonicTime?
        var nextPicture: MonotonicTime?
    }

    private let state = Mutex(State())

    /// From one picture taken aside to the next.
    package static let interval = Duration.milliseconds(250)

    package init() {}

    /// What has been seen so far.
    package var observation: CameraObservation {
        state.withLock { $0.observation }
    }

    /// Has pictures taken aside until `end`; an earlier wish that lasts longer stays.
    package func watch(until end: MonotonicTime) {
        state.withLock { $0.wantedUntil = max($0.wantedUntil ?? end, end) }
    }

    package func camera(_ event: CameraEvent, at time: MonotonicTime) {
        state.withLock { state in
            switch event {
            case .opened(let negotiation): state.observation.negotiation = negotiation
            case .failed(let failure): state.observation.failure = failure
            case .frame:
                state.observation.frames += 1
                state.observation.lastFrame = time
                state.observation.failure = nil
            case .missing(let count): state.observation.missing += count
            case .damaged: state.observation.damaged += 1
            }
        }
    }

    package func isPictureWanted(at time: MonotonicTime) -> Bool {
        state.withLock { state in
            guard let end = state.wantedUntil else { return false }
            guard time < end else {
                state.wantedUntil = nil
                state.nextPicture = nil
                // A picture is large, and nobody asks for an old one.
                state.observation.picture = nil
                return false
            }
            return state.nextPicture.map { time >= $0 } ?? true
        }
    }

    package func take(_ picture: ObservedPicture) {
        state.withLock { state in
            state.nextPicture = picture.time + Self.interval
            state.observation.picture = picture
        }
    }
}
