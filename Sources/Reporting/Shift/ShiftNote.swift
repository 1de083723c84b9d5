/// Something in a shift that a supervisor has to see, and that takes no time.
package struct ShiftNote: Hashable, Sendable, Codable {
    package var moment: ShiftMoment
    package var name: String
    package var code: String?
    /// The policy's clause as printed.
    package var clause: String?
    package var recording: Int?
    /// What a person said of it.
    package var statement: String?
}
