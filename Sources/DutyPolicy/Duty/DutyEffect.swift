/// What the duty state machine wants done; the shell does it, in order.
///
/// Whatever a person is shown (``prompt(_:)``) is shown after its journal entry is durable; a start does not wait.
package enum DutyEffect: Hashable, Sendable {
    case startRecording(StartOrder)
    case stopRecording(StopOrder)
    /// A marker into the recording that runs, or into the journal alone where none does.
    case mark(MarkerKind, recorded: Bool)
    case categorise(ActivationCategory, isSuggestion: Bool)
    case label(EvidenceLabel)
    case exception(PolicyException)
    /// The recording that runs is for few eyes (clauses D.3.a(2), (4) to (6), (9), (10)).
    case restrict
    /// The pre-event buffer is emptied and stands still (clause D.3.a); only ever without a recording.
    case discardPreEvent(DeactivationReason)
    case resumePreEvent
    case mute(Bool)
    case discreet(Bool)
    case runSelfTest(SelfTestKind)
    /// A malfunction for the supervisor (clauses D.1.b(2), D.4).
    case report(MalfunctionCode)
    case malfunctionEnded(MalfunctionCode)
    /// A deactivation that the officer documents in his or her report (clause D.3.b(2)).
    case reportStub(StopOrder)
    /// Something a supervisor has to look at.
    case exceptionReport(DutyException)
    case prompt(Prompt)
    /// A light-bar, door or peer trigger during a privacy pause: told to the officer and written down, no more (T-8).
    case triggerNotFollowed(TriggerSource, DeactivationReason)
    /// What the input asked for does not apply.
    case refused(Refusal)
    case shiftStarted
    case shiftEnded
}

/// How a recording begins.
package struct StartOrder: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        case trigger(TriggerSource)
        /// A fault had ended a recording, and has gone.
        case resumption
    }

    package var cause: Cause
    package var category: ActivationCategory?
    /// The unit had failed its self-test (clause D.1.b(1)): recorded all the same, and said.
    package var isUnfit: Bool
    /// No self-test had passed yet (clause D.1.b).
    package var isUntested: Bool
    package var isRestricted: Bool
    /// Which interruption it ends (clause D.3.c).
    package var closes: InterruptionCause?
}

/// How a recording ends: with an officer's reason, or with a fault's name.
package struct StopOrder: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        case officer(DeactivationReason)
        case unit(TerminationCause)
    }

    package var cause: Cause
    /// What was heard in the reason window; `nil` for what the unit ended.
    package var spoken: SpokenReason?
    /// The answer of clause D.3.b(1).
    package var consultation: Consultation
    /// Triggers that still held, or a peer that still recorded: for the supervisor to see (clause D.2.c(1)).
    package var isContradicted: Bool
}

/// Whether the reason was spoken before the stop (clause D.3.b(2): "whenever possible").
package enum SpokenReason: String, Hashable, Sendable, Codable {
    case spoken
    case notSpoken = "not-spoken"
}

/// What is known of the supervisor's consultation.
package enum Consultation: Hashable, Sendable {
    /// The clause asks for none.
    case notAsked
    case notAnswered
    case answered(SupervisorConsultation)
}

/// Why the recording of an event is interrupted, so that reactivation is owed (clause D.3.c).
package enum InterruptionCause: Hashable, Sendable {
    case officer(DeactivationReason)
    case unit(TerminationCause)
}

/// What a supervisor has to look at.
package enum DutyException: Hashable, Sendable {
    /// Reactivation was still owed when the shift ended, or the unit was docked (clauses D.3.c, D.4).
    case openDebt(InterruptionCause)
    /// The event ended without reactivation.
    case debtEndedWithoutRecording(InterruptionCause)
    /// A recording without a passed self-test (clause D.1.b).
    case usedUntested
    /// A recording by a unit that shall not be used (clause D.1.b(1)).
    case usedUnfit
    /// The officer's training is not current (section E).
    case trainingExpired
    /// Reactivation is owed for too long.
    case overdueReactivation(InterruptionCause)
    /// A withheld unit was let into use.
    case withheldOverridden
}

package enum Refusal: String, Hashable, Sendable, Codable {
    /// Nothing is being recorded.
    case notRecording = "not-recording"
    /// There is no stop to confirm or to take back.
    case noStopAsked = "no-stop-asked"
    /// Not in a privacy pause.
    case notInPrivacy = "not-in-privacy"
    /// A privacy pause takes one of the reasons of clause D.3.a.
    case notAPrivacyReason = "not-a-privacy-reason"
    /// Clause D.3.a(5) speaks of body-worn cameras alone.
    case bodyWornOnly = "body-worn-only"
    case shiftRuns = "shift-runs"
    case noShift = "no-shift"
    /// A self-test runs already.
    case selfTestRuns = "self-test-runs"
    /// Not withheld.
    case notWithheld = "not-withheld"
    /// Only a person's codes can be declared.
    case notDeclarable = "not-declarable"
}
