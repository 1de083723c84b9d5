package import CameraModel

/// What the duty state machine is at, apart from self-test, shift, dock and faults, which go on beside it.
///
/// Only deadlines that lie ahead are kept, so that the machine has finitely many states up to a shift in time.
package enum DutyPhase: Hashable, Sendable {
    case standby
    case recording(OpenRecording)
    /// A stop was asked for; still recording.
    case reason(OpenRecording, ReasonWindow)
    case interrupted(ReactivationDebt)
    case privacy(PrivacyPause)
}

/// The recording that runs, as far as the duty depends on it.
package struct OpenRecording: Hashable, Sendable {
    package var isRestricted: Bool
    /// When to recall that it records.
    package var reminder: MonotonicTime
}

/// The time in which a stop waits for its reason (clause D.3.b(2)); when it runs out, recording goes on.
package struct ReasonWindow: Hashable, Sendable {
    package var ends: MonotonicTime
    /// However long somebody speaks.
    package var endsAtLatest: MonotonicTime
    package var statement: ReasonStatement?
    package var isSpeaking = false
    package var wasSpoken = false
    /// Confirmed once while a struggle was likely.
    package var isConfirmedOnce = false
    /// Confirmed; what is left is the post-event part.
    package var closing: StopOrder?
}

/// Reactivation is owed (clause D.3.c).
package struct ReactivationDebt: Hashable, Sendable {
    package var cause: InterruptionCause
    package var reminder: MonotonicTime
    /// When a voice says it; `nil` once it has.
    package var voice: MonotonicTime?
    /// When the supervisor is told; `nil` once told.
    package var notice: MonotonicTime?
}

/// A case of clause D.3.a: nothing is kept, for a limited time.
package struct PrivacyPause: Hashable, Sendable {
    package var reason: DeactivationReason
    package var reminder: MonotonicTime
    package var limit: MonotonicTime
    /// The event goes on: reactivation is owed after the pause.
    package var debt: InterruptionCause?
}

/// The pre-shift inspection's standing (clause D.1.b).
package enum InspectionStanding: String, Hashable, Sendable, Codable {
    case notTested = "not-tested"
    case running
    case passed
    case failed
    /// Failed, and let into use by a supervisor for want of another unit.
    case overridden
}

/// The shift's standing.
package enum ShiftStanding: String, Hashable, Sendable, Codable {
    case none
    case runs
    /// Its end was asked for while recording; it ends with the recording.
    case ending
}

/// The unit's duty with what it is for: what the ledger keeps for every second of a shift (clause D.4).
package enum DutyStanding: Hashable, Sendable {
    case selfTest
    case withheld
    case ready
    case recording
    case reason
    case interrupted(InterruptionCause)
    case privacy(DeactivationReason)
    case fault(MalfunctionCode)
    case docked

    package var state: DutyState {
        switch self {
        case .selfTest: .selfTest
        case .withheld: .withheld
        case .ready: .ready
        case .recording: .recording
        case .reason: .reason
        case .interrupted: .interrupted
        case .privacy: .privacy
        case .fault: .fault
        case .docked: .docked
        }
    }
}
