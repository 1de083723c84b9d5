package import CameraModel

/// A sign of life from the firmware, from which the ledger of a shift is made.
package struct LedgerMark: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The unit's duty may have changed.
        case standing
        /// Nothing but that the firmware lives.
        case heartbeat
        /// The firmware began.
        case processStart = "process-start"
        /// The firmware ends in order.
        case shutdown
    }

    package var kind: Kind
    /// The kernel's boot id: within one boot lengths come from the clocks that never step.
    package var boot: String
    package var clock: ClockReading
    /// What the unit is at from now on; `nil` where the mark does not tell.
    package var standing: DutyStanding?

    package init(_ kind: Kind, boot: String, clock: ClockReading, standing: DutyStanding? = nil) {
        self.kind = kind
        self.boot = boot
        self.clock = clock
        self.standing = standing
    }
}
