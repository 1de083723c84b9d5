package import DutyPolicy

/// One event of a shift.
package struct ShiftRecording: Hashable, Sendable, Codable {
    package var number: Int?
    /// What asked for it.
    package var trigger: String
    package var start: ShiftMoment
    package var length: LedgerLength
    /// Activation categories, those suggested by rule with a `?` behind.
    package var categories: [String]
    package var labels: [String]
    package var markers: Int
    package var isUnfit: Bool
    package var isUntested: Bool
    package var isRestricted: Bool
    /// The code of the interruption that it ended (clause D.3.c).
    package var closes: String?
    /// The code of its end; `nil` when it had none.
    package var end: String?
}
