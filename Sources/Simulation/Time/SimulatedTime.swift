package import CameraModel

/// The clock that the simulated devices of one unit share, and the instant at which their shift began.
///
/// Marks in picture and sound count from ``start``, so devices given the same value mark the same instants.
package struct SimulatedTime: Sendable {
    package let clock: any UnitClock
    /// Zero of every script, and of the times in picture and sound.
    package let start: MonotonicTime
    /// Whether a late caller loses frames and samples, as with a real device.
    package let isReal: Bool

    /// Devices that play on a virtual clock from where it stands: nobody is ever late.
    package init(virtual clock: VirtualClock) {
        self.clock = clock
        start = clock.now
        isReal = false
    }

    /// Devices that play in real time.
    ///
    /// - Parameters:
    ///   - clock: The unit's clock.
    ///   - start: When the shift begins, usually now.
    package init(real clock: any UnitClock, start: MonotonicTime) {
        self.clock = clock
        self.start = start
        isReal = true
    }

    /// Nanoseconds since the shift began.
    var elapsed: Int64 {
        (clock.now - start).nanoseconds
    }

    /// The instant `nanoseconds` after the shift began.
    func instant(_ nanoseconds: Int64) -> MonotonicTime {
        let (sum, overflow) = start.nanoseconds.addingReportingOverflow(nanoseconds)
        return MonotonicTime(nanoseconds: overflow ? .max : sum)
    }

    /// Blocks until `nanoseconds` after the shift's begin.
    func wait(until nanoseconds: Int64) {
        clock.wait(until: instant(nanoseconds), unless: { false })
    }
}
