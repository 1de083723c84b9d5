/// Who may do a thing, or is told of it (sections D, F and G of the policy).
package enum DutyRole: String, Hashable, Sendable, Codable, CaseIterable {
    case officer
    case supervisor
    /// Designated by the Chief of Police (clause F.1.a).
    case administrator
    /// Assesses whether cameras function (clause G.3.b).
    case technician
    /// Internal affairs, prosecutor, municipal attorney and the others of clause G.3.
    case reviewer
    /// The unit alone.
    case firmware
}
