/// What the duty state machine is told: by a person, a line, a device, the self-test, or the passing of time.
///
/// What a person or a wire may get wrong (unknown codes, missing fields) is refused before it becomes an input; an
/// input that means nothing in a state is answered by an effect that says so, never ignored.
package enum DutyInput: Hashable, Sendable {
    /// Something asks for a recording (clauses D.2.b, D.2.c(1), D.3.c).
    case start(StartRequest)
    /// A trigger's condition no longer holds: the light bar is off.
    case triggerEnded(TriggerSource)
    /// The stop gesture or command: asks for the reason, ends nothing.
    case stop
    /// A reason for the stop, or for a privacy pause.
    case reason(ReasonStatement)
    /// Confirms the reason, or that the interaction has concluded (clause D.2.c(2)) where none was given.
    case confirm
    /// Takes the stop back.
    case keepRecording
    /// Whether speech is heard, while the reason is asked for.
    case speech(isHeard: Bool)
    /// Violent motion: a stop asked for now may be a struggle.
    case agitation
    /// The officer leaves the privacy pause.
    case endPrivacy
    /// A marker in the recording, or in the journal alone.
    case mark(MarkerKind)
    case mute(Bool)
    case discreet(Bool)
    case category(ActivationCategory)
    case label(EvidenceLabel)
    /// Recorded although clause D.3.a has a case for it, under the clause's own exception.
    case exception(PolicyException)
    /// A shift begins (clause D.1.b): the self-test runs.
    case startShift(trainingIsCurrent: Bool)
    case endShift
    case runSelfTest(SelfTestKind)
    case selfTestEnded(SelfTestVerdict)
    /// A supervisor lets a unit be used that failed its self-test, for want of another.
    case overrideWithheld
    case dock
    case undock
    /// No device or no storage works: nothing can be recorded, because of the code.
    case unable(MalfunctionCode)
    /// Something can be recorded again.
    case able
    /// A malfunction that does not keep the unit from recording has begun or ended.
    case malfunction(MalfunctionCode, isPresent: Bool)
    /// A person declares a malfunction or a failure to record (clauses D.1.b(2), D.4).
    case declare(MalfunctionCode)
    /// The unit has to end the recording: battery, storage, heat, shutdown.
    case terminate(TerminationCause)
    /// Time has passed; to be given at ``DutyMachine/nextDeadline``.
    case time
}

/// What asks for a recording, and what of.
package struct StartRequest: Hashable, Sendable {
    package var source: TriggerSource
    package var category: ActivationCategory?

    package init(_ source: TriggerSource, category: ActivationCategory? = nil) {
        self.source = source
        self.category = category
    }
}

/// A reason for a deactivation or a privacy pause, with the answer that clause D.3.b(1) asks for.
package struct ReasonStatement: Hashable, Sendable {
    package var code: DeactivationReason
    /// Whether a supervisor was consulted; `nil` where not (yet) answered.
    package var consultation: SupervisorConsultation?

    package init(_ code: DeactivationReason, consultation: SupervisorConsultation? = nil) {
        self.code = code
        self.consultation = consultation
    }
}

/// What a marker stands for.
package enum MarkerKind: String, Hashable, Sendable, Codable, CaseIterable {
    case plain
    /// Advisement of rights (clause A.1.e).
    case rightsRead = "rights-read"
    /// Consent to a search (clause A.1.e).
    case consentGiven = "consent-given"
    /// A statement begins (clause D.2.b(2)d).
    case statementBegins = "statement-begins"
    /// A member of the public asks that this be kept (clause I.2.o).
    case preservationRequest = "preservation-request"
}

package enum SelfTestKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Before a shift (clause D.1.b).
    case quick
    /// A supervisor's inspection (clause F.2.b).
    case extended
}

/// How a self-test ended, as far as the duty depends on it.
package enum SelfTestVerdict: String, Hashable, Sendable, Codable, CaseIterable {
    case passed
    case passedWithWarnings = "passed-with-warnings"
    case failed
}
