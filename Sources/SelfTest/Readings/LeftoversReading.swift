/// What is left over from before this shift.
package struct LeftoversReading: Hashable, Sendable {
    /// Of the oldest recording that has not been transferred; `nil` when all have.
    package var oldestUntransferred: Duration?
    /// Interruptions without a reactivation.
    package var openDebts: Int
    /// Malfunctions that nobody has closed.
    package var openMalfunctions: Int
    /// Of the agency's profile; `nil` where there is none.
    package var profileAge: Duration?
    /// Whether an officer is assigned and the training is valid; `nil` where the unit cannot know.
    package var isOfficerTrained: Bool?

    package init(
        oldestUntransferred: Duration? = nil, openDebts: Int = 0, openMalfunctions: Int = 0,
        profileAge: Duration? = nil, isOfficerTrained: Bool? = nil
    ) {
        self.oldestUntransferred = oldestUntransferred
        self.openDebts = openDebts
        self.openMalfunctions = openMalfunctions
        self.profileAge = profileAge
        self.isOfficerTrained = isOfficerTrained
    }
}
