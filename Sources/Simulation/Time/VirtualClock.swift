package import CameraModel
import Synchronization

/// A clock that moves only when it is told to, so that a shift of hours runs in minutes.
///
/// Safe from any thread. It never goes back. Monotonic, boot and wall time advance together; only a step of the wall
/// clock parts them, as a GPS fix or a person setting the time does on a real unit.
package final class VirtualClock: UnitClock {
    private struct State {
        var now: MonotonicTime
        /// What all steps of the wall clock add up to, in nanoseconds.
        var steps: Int64 = 0
        /// What is said of the wall clock's worth.
        var source = ClockSource.simulated
        var uncertainty: Int64? = 0
    }

    /// What the clock showed when it was made.
    package let start: MonotonicTime
    private let startUTC: UTCTime
    private let suspended: Int64
    private let state: Mutex<State>

    /// Makes a clock that stands at `start`.
    ///
    /// - Parameters:
    ///   - start: The first monotonic time; a machine that has been up for a while does not start at 0.
    ///   - utc: The wall time at `start`.
    ///   - suspended: How long the machine slept before: CLOCK_BOOTTIME runs ahead of CLOCK_MONOTONIC by it.
    package init(
        start: MonotonicTime = MonotonicTime(nanoseconds: 100_000_000_000), utc: UTCTime, suspended: Duration = .zero
    ) {
        self.start = start
        startUTC = utc
        self.suspended = suspended.nanoseconds
        state = Mutex(State(now: start))
    }

    package var now: MonotonicTime {
        state.withLock { $0.now }
    }

    /// All three clocks at this instant, without any uncertainty unless one was set.
    package func reading() -> ClockReading {
        let state = state.withLock { $0 }
        let (now, steps) = (state.now, state.steps)
        return ClockReading(
            monotonic: now,
            boottime: now.nanoseconds &+ suspended,
            utc: UTCTime(
                nanosecondsSince1970: startUTC.nanosecondsSince1970 &+ (now - start).nanoseconds &+ steps),
            source: state.source,
            uncertainty: state.uncertainty)
    }

    /// Moves to `deadline` and returns at once; a deadline that has passed, or `stopped`, moves nothing.
    package func wait(until deadline: MonotonicTime, unless stopped: () -> Bool) {
        guard !stopped() else { return }
        state.withLock { $0.now = max($0.now, deadline) }
    }

    /// Moves to `time`, which must not lie in the past: a run loop that goes back has a bug.
    package func advance(to time: MonotonicTime) {
        state.withLock {
            precondition(time >= $0.now, "a virtual clock never goes back")
            $0.now = time
        }
    }

    /// Steps the wall clock, and nothing else.
    package func stepWallClock(by step: Duration) {
        state.withLock { $0.steps &+= step.nanoseconds }
    }

    /// The wall clock is back at 1970, as after a clock chip's battery was empty; nothing disciplines it.
    package func loseWallClock() {
        state.withLock {
            let shown = startUTC.nanosecondsSince1970 &+ ($0.now - start).nanoseconds &+ $0.steps
            $0.steps &-= shown
            $0.source = .unsynchronised
            $0.uncertainty = nil
        }
    }

    /// The wall clock's largest expected error is this from now on.
    package func setUncertainty(_ error: Duration) {
        state.withLock { $0.uncertainty = error.nanoseconds }
    }
}
