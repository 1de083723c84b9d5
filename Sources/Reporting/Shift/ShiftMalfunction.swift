/// A malfunction of a shift (clauses D.1.b(2), D.4): the same code counts up while it lasts.
package struct ShiftMalfunction: Hashable, Sendable, Codable {
    package enum Origin: String, Hashable, Sendable, Codable {
        /// By the unit while it lived.
        case found
        /// By a person.
        case declared
        /// By the ledger of this report: nobody was there to find it.
        case accounted
    }

    package var code: String
    package var title: String
    package var origin: Origin
    package var firstSeen: ShiftMoment
    package var lastSeen: ShiftMoment
    package var count: Int
    /// The first one that it may have touched.
    package var recording: Int?
    /// When the unit found it gone; `nil` while it lasts, and for what does not last.
    package var ended: ShiftMoment?
    package var statement: String?
}
