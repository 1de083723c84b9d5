import CLinux
import CameraModel

/// The flags of one buffer that say what its timestamp is worth (V4L2_BUF_FLAG_TIMESTAMP_MASK).
struct TimestampFlags: Hashable {
    /// `flags` of struct v4l2_buffer.
    let rawValue: UInt32

    /// Whether the driver took it from CLOCK_MONOTONIC.
    ///
    /// V4L2_BUF_FLAG_TIMESTAMP_UNKNOWN is mostly the wall clock of an old driver, and _COPY is whatever the program on
    /// the other side of a loopback wrote: neither may reach media time.
    var isMonotonic: Bool {
        rawValue & UInt32(V4L2_BUF_FLAG_TIMESTAMP_MASK) == UInt32(V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC)
    }

    /// The driver's time, or `nil` where it is not on our clock or no time at all.
    func time(_ value: timeval) -> MonotonicTime? {
        guard isMonotonic, value.tv_sec >= 0, value.tv_usec >= 0 else { return nil }
        let (seconds, overflow) = Int64(value.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
        let (fraction, fractionOverflow) = Int64(value.tv_usec).multipliedReportingOverflow(by: 1000)
        let (sum, carry) = seconds.addingReportingOverflow(fraction)
        return overflow || fractionOverflow || carry ? nil : MonotonicTime(nanoseconds: sum)
    }
}
