/// Why a unit recorded nothing and was not at duty, as far as clocks and journal tell.
package enum OffCause: String, Hashable, Sendable, Codable, CaseIterable {
    /// The unit began anew without having been shut down: power cut, watchdog reset or a crash of the kernel.
    case powerLost = "power-lost"
    /// The firmware began anew in the same boot without having ended: killed, crashed.
    case killed
    /// The whole unit slept: CLOCK_BOOTTIME went on and CLOCK_MONOTONIC stood still (clock_gettime(2)).
    case suspended
    /// The firmware ended in order.
    case shutdown
    /// Nothing tells. It is a failure to record of its own, M93 (clause D.4).
    case unknown

    /// What a person reads.
    package var title: String {
        switch self {
        case .powerLost: "power lost or reset"
        case .killed: "firmware killed or crashed"
        case .suspended: "unit asleep"
        case .shutdown: "shut down"
        case .unknown: "unexplained"
        }
    }

    /// What is reported for it (clause D.4); `nil` for a shutdown, which somebody asked for.
    package var malfunction: MalfunctionCode? {
        switch self {
        case .powerLost: .powerLost
        case .killed: .restart
        case .suspended, .unknown: .failureToRecord
        case .shutdown: nil
        }
    }
}
