import CLinux
package import CameraModel
import Glibc

/// The kernel's clocks.
///
/// Safe from any thread.
package struct SystemClock: UnitClock {
    package init() {}

    package var now: MonotonicTime {
        MonotonicTime(nanoseconds: read(CLOCK_MONOTONIC))
    }

    package func reading() -> ClockReading {
        var state = timex()
        // adjtimex(2) with modes 0 only reads. TIME_ERROR or STA_UNSYNC: nothing disciplines the clock.
        let result = adjtimex(&state)
        let synchronised = result >= 0 && result != TIME_ERROR && state.status & Int32(STA_UNSYNC) == 0
        return ClockReading(
            monotonic: now, boottime: read(CLOCK_BOOTTIME),
            utc: UTCTime(nanosecondsSince1970: read(CLOCK_REALTIME)),
            source: synchronised ? .synchronised : .unsynchronised,
            // `maxerror` is in microseconds.
            uncertainty: synchronised ? Int64(state.maxerror) &* 1000 : nil)
    }

    package func wait(until deadline: MonotonicTime, unless stopped: () -> Bool) {
        while !stopped() {
            let left = (deadline - now).nanoseconds
            guard left > 0 else { return }
            // In slices, so that a stop is seen; an interrupted sleep is simply measured anew.
            var slice = timespec(tv_sec: 0, tv_nsec: Int(min(left, 100_000_000)))
            slice.tv_sec = slice.tv_nsec / 1_000_000_000
            slice.tv_nsec %= 1_000_000_000
            _ = nanosleep(&slice, nil)
        }
    }

    private func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        // Fails only for a clock that the kernel does not have; these three it has had since 2.6.39.
        let result = clock_gettime(clock, &time)
        precondition(result == 0, "the kernel lacks a clock that every Linux has")
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
