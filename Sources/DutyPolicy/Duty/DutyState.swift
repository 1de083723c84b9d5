/// The unit's duty as people and the ledger speak of it.
package enum DutyState: String, Hashable, Sendable, Codable, CaseIterable {
    /// The pre-shift inspection runs; a start records.
    case selfTest = "self-test"
    /// The self-test failed: shall not be used (clause D.1.b(1)); an emergency start still records.
    case withheld
    /// The pre-event buffer runs.
    case ready
    case recording
    /// A stop was asked for; still recording.
    case reason
    /// Stopped during an event: reactivation is owed (clause D.3.c).
    case interrupted
    /// A case of clause D.3.a: the pre-event buffer is empty and stands still.
    case privacy
    /// Nothing can be recorded.
    case fault
    case docked

    /// Whether a recording is open in this state.
    package var records: Bool {
        switch self {
        case .recording, .reason: true
        case .selfTest, .withheld, .ready, .interrupted, .privacy, .fault, .docked: false
        }
    }
}
