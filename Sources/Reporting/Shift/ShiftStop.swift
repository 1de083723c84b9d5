/// How a recording was ended (clauses D.2.c, D.3.b).
package struct ShiftStop: Hashable, Sendable, Codable {
    package var moment: ShiftMoment
    package var recording: Int?
    /// The reason's or the fault's code.
    package var code: String
    package var clause: String?
    /// Whether the reason was spoken before the stop; `nil` for what the unit ended.
    package var spoken: String?
    /// The supervisor's consultation (clause D.3.b(1)): `S+`, `S-`, `S0` or `not-answered`; `nil` where none is asked.
    package var consultation: String?
    /// Triggers held, or a peer still recorded.
    package var isContradicted: Bool
    /// Whether the officer owes a written reason (clause D.3.b(2)).
    package var owesReport: Bool
}
