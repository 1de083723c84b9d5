/// Who was on duty when a recording began, and in what standing the unit was (clauses C.4, D.1.b and D.3.a).
package struct RecordingCircumstances: Hashable, Sendable, Codable {
    package var officer: String?
    package var shift: String?
    /// The clause's category that a rule suggests or the officer gave, such as `MVST`.
    package var category: String?
    /// The unit had failed its self-test: recorded in an emergency (clause D.1.b(1)).
    package var isUnfit: Bool
    /// No self-test had passed yet (clause D.1.b).
    package var isUntested: Bool
    /// Begun in a privacy pause: for few eyes (clause D.3.a).
    package var isRestricted: Bool
    /// The code of the interruption that it ends (clause D.3.c).
    package var closes: String?

    package init(
        officer: String? = nil, shift: String? = nil, category: String? = nil, isUnfit: Bool = false,
        isUntested: Bool = false, isRestricted: Bool = false, closes: String? = nil
    ) {
        self.officer = officer
        self.shift = shift
        self.category = category
        self.isUnfit = isUnfit
        self.isUntested = isUntested
        self.isRestricted = isRestricted
        self.closes = closes
    }
}
