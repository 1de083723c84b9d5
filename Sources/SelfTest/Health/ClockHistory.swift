import CameraModel

/// How far the wall clock ran ahead of the monotonic one when last seen.
struct ClockHistory: Hashable, Sendable {
    private var offset: Int64?

    /// By how much the wall clock jumped since the reading before.
    mutating func step(to reading: ClockReading) -> Duration {
        let now = reading.utc.nanosecondsSince1970 &- reading.boottime
        defer { offset = now }
        return .nanoseconds(offset.map { now &- $0 } ?? 0)
    }
}
