package import DutyPolicy

/// An instant of a shift.
package struct ShiftMoment: Hashable, Sendable, Codable {
    /// The wall clock as it was read then (RFC 3339), for people: no length is made of it.
    package var utc: String
    /// After the shift's start, as the ledger counts.
    package var offset: LedgerLength
}
