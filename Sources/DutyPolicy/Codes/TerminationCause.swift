/// Why the unit itself ended a recording: a named fault, never a whim.
package enum TerminationCause: String, Hashable, Sendable, Codable, CaseIterable {
    case battery = "T01"
    case storage = "T02"
    case temperature = "T03"
    case fault = "T04"

    /// The malfunction that clause D.4 has reported with it.
    package var malfunction: MalfunctionCode {
        switch self {
        case .battery: .batteryCritical
        case .storage: .storageFull
        case .temperature: .heatShutdown
        case .fault: .restart
        }
    }

    package var clause: ClauseID { "D.4" }
}
