package import CameraModel

/// What a supervisor is told: a malfunction (clauses D.1.b(2), D.4), or the stub of a report that an officer owes for a
/// deactivation (clause D.3.b(2)).
package struct MalfunctionReport: Hashable, Sendable, Codable {
    package enum Subject: Hashable, Sendable, Codable {
        case malfunction(MalfunctionCode)
        /// With the reason's or the fault's code, and whether the reason was spoken.
        case deactivation(code: String, spoken: SpokenReason?)
    }

    package enum Origin: Hashable, Sendable, Codable {
        /// By the unit itself.
        case found
        /// By a person, with a statement.
        case declared(by: String?)
    }

    /// Never used again: with the unit, the boot and the time in it.
    package var id: String
    package var subject: Subject
    package var origin: Origin
    package var firstSeen: UTCTime
    package var lastSeen: UTCTime
    /// How often it was seen while it was open.
    package var count = 1
    /// The recording that it may have touched.
    package var recording: Int?
    /// When it was found gone, or is over by its nature; `nil` while it is open.
    package var ended: UTCTime?
    package var statement: String?
    /// When the first notifier had it.
    package var notified: UTCTime?
    package var acknowledged: UTCTime?
    package var acknowledgedBy: String?
    package var escalated: UTCTime?

    package var code: String {
        switch subject {
        case .malfunction(let code): code.rawValue
        case .deactivation(let code, _): code
        }
    }

    package var clause: ClauseID {
        switch subject {
        case .malfunction(let code): code.clause
        case .deactivation: "D.3.b(2)"
        }
    }

    /// Whether somebody has to acknowledge it, or it goes further: a stub waits for its officer instead.
    package var isUrgent: Bool {
        switch subject {
        case .malfunction: true
        case .deactivation: false
        }
    }
}
