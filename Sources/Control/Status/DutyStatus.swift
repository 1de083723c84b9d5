package import DutyPolicy

/// What the unit is at by the duty state machine.
package struct DutyStatus: Codable, Hashable, Sendable {
    package var state: DutyState
    /// What the state is for, such as `I01`.
    package var code: String?
    /// Why the last recording was interrupted, while reactivation is owed (clause D.3.c).
    package var owed: String?
    package var inspection: InspectionStanding
    package var shift: ShiftStanding
    package var shiftName: String?
    package var officer: String?

    package init(
        state: DutyState, code: String?, owed: String?, inspection: InspectionStanding, shift: ShiftStanding,
        shiftName: String?, officer: String?
    ) {
        self.state = state
        self.code = code
        self.owed = owed
        self.inspection = inspection
        self.shift = shift
        self.shiftName = shiftName
        self.officer = officer
    }
}
