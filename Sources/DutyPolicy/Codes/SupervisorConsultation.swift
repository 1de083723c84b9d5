/// Whether a supervisor was consulted before a deactivation under clause D.3.b(1): asked, never a condition.
package enum SupervisorConsultation: String, Hashable, Sendable, Codable, CaseIterable {
    case consulted = "S+"
    case notConsulted = "S-"
    case notPossible = "S0"
}
