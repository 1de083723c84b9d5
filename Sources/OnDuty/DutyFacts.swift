/// What every journal entry tells of the unit at that moment (clause C.4): kept up to date by whoever measures it.
package struct DutyFacts: Hashable, Sendable {
    package var officer: String?
    package var shift: String?
    /// In percent; `nil` without a battery.
    package var battery: Int?
    /// On the disk that the recordings go to.
    package var freeBytes: Int64?

    package init(officer: String? = nil, shift: String? = nil, battery: Int? = nil, freeBytes: Int64? = nil) {
        self.officer = officer
        self.shift = shift
        self.battery = battery
        self.freeBytes = freeBytes
    }
}
