/// A written exception of clause D.3.a: recorded although the clause's case holds.
package enum PolicyException: String, Hashable, Sendable, Codable, CaseIterable {
    case performingDuties = "X01"
    case hospitalSuspect = "X05"
    case facilitySuspect = "X06"
    case authorisedCall = "X08"
    case violentSuspect = "X10"

    package var clause: ClauseID {
        switch self {
        case .performingDuties: "D.3.a(1)"
        case .hospitalSuspect: "D.3.a(5)"
        case .facilitySuspect: "D.3.a(6)"
        case .authorisedCall: "D.3.a(8)"
        case .violentSuspect: "D.3.a(10)"
        }
    }

    /// What a person reads, close to the clause's words.
    package var title: String {
        switch self {
        case .performingDuties: "as the officer performs his or her duties"
        case .hospitalSuspect: "a suspect to a crime"
        case .facilitySuspect: "responding to a call involving a suspect thought to be present"
        case .authorisedCall: "specifically authorized by law while performing official duties"
        case .violentSuspect: "confronting a violent or assaultive suspect, or use of force anticipated"
        }
    }
}
