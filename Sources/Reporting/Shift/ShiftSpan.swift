package import DutyPolicy

/// Something in a shift that lasted: a mute, an interruption, a privacy pause, a gap, a line of the ledger.
package struct ShiftSpan: Hashable, Sendable, Codable {
    /// What it was.
    package var name: String
    /// The policy's code, or the cause; `nil` where there is none.
    package var code: String?
    /// The recording that it belongs to.
    package var recording: Int?
    package var start: ShiftMoment
    package var length: LedgerLength
    /// How it ended; `nil` where that says nothing, or it had not ended with the shift.
    package var end: String?
}
