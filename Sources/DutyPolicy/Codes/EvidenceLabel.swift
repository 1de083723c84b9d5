/// Why a recording is kept as evidence (clause D.5.b).
package enum EvidenceLabel: String, Hashable, Sendable, Codable, CaseIterable {
    case arrestOrSearch = "E1"
    case reportableForce = "E2"
    case prudent = "E3"
    case majorIncident = "E4"

    package var clause: ClauseID {
        switch self {
        case .arrestOrSearch: "D.5.b(1)"
        case .reportableForce: "D.5.b(2)"
        case .prudent: "D.5.b(3)"
        case .majorIncident: "D.5.b(4)"
        }
    }
}
