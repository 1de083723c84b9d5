// CALSA: its headers bring `timespec` along, and the compiler wants that module named too.
import CALSA
import CameraModel
import Glibc

extension MonotonicTime {
    /// From a `timespec`, as clock_gettime(2) and alsa-lib give it.
    init(_ time: timespec) {
        self.init(nanoseconds: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
    }

    /// CLOCK_MONOTONIC now.
    static func now() throws(PCMFault) -> MonotonicTime {
        var time = timespec()
        guard clock_gettime(CLOCK_MONOTONIC, &time) == 0 else {
            throw PCMFault(errno: errno, during: "clock_gettime")
        }
        return MonotonicTime(time)
    }
}
