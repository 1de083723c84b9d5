/// One moment seen on three clocks at once, and how much the wall clock is worth.
///
/// Written down once per fragment, so that a person can map media time to wall time, and so that a step of the
/// wall clock shows as what it is. No timestamp is ever computed from it.
package struct ClockReading: Hashable, Sendable, Codable {
    /// CLOCK_MONOTONIC.
    package var monotonic: MonotonicTime
    /// CLOCK_BOOTTIME, which also counts suspend, in nanoseconds.
    package var boottime: Int64
    /// CLOCK_REALTIME.
    package var utc: UTCTime
    package var source: ClockSource
    /// Largest expected error of `utc`, in nanoseconds; `nil` where nobody can say.
    package var uncertainty: Int64?

    package init(
        monotonic: MonotonicTime, boottime: Int64, utc: UTCTime, source: ClockSource, uncertainty: Int64?
    ) {
        self.monotonic = monotonic
        self.boottime = boottime
        self.utc = utc
        self.source = source
        self.uncertainty = uncertainty
    }
}

/// Where the wall clock's time comes from.
package enum ClockSource: String, Hashable, Sendable, Codable {
    /// The kernel says that nothing disciplines it (adjtimex(2): STA_UNSYNC): a battery-backed clock, or nothing.
    case unsynchronised
    /// Disciplined over the network, or by a local reference clock (adjtimex(2) without STA_UNSYNC).
    case synchronised
    /// A scenario's own clock.
    case simulated
}
