package import CameraModel

/// The duty of a camera unit as the policy asks for it: a value, without clock or I/O.
///
/// Whatever happens goes through ``handle(_:at:)``; what is to be done comes out of it, in order. The invariants that
/// it holds are in ``DutyInvariant``, and shown for every reachable state. Sections D.1 to D.4 of the policy.
package struct DutyMachine: Hashable, Sendable {
    package let times: DutyTimes
    /// Worn on the body, as clause D.3.a(5) distinguishes.
    package let isBodyWorn: Bool
    package internal(set) var phase = DutyPhase.standby
    package internal(set) var inspection = InspectionStanding.notTested
    package internal(set) var shift = ShiftStanding.none
    package internal(set) var isDocked = false
    /// Why nothing can be recorded; `nil` while something can.
    package internal(set) var inability: MalfunctionCode?
    /// When to recall that the sound is muted; `nil` while it is not.
    package internal(set) var muteAlarm: MonotonicTime?
    /// When lights and tones come back; `nil` while they are not held back.
    package internal(set) var discreetEnds: MonotonicTime?
    /// Until when a stop is confirmed twice, for a struggle is likely.
    package internal(set) var vetoEnds: MonotonicTime?
    /// Triggers whose condition still holds.
    package internal(set) var activeTriggers: Set<TriggerSource> = []
    package internal(set) var now: MonotonicTime

    package init(times: DutyTimes, isBodyWorn: Bool, at time: MonotonicTime) {
        self.times = times
        self.isBodyWorn = isBodyWorn
        now = time
    }

    /// Takes what happened and tells what is to be done, in order.
    ///
    /// Deadlines that have passed come first, so that an answer that comes too late is too late. A time before the
    /// last one counts as the last one.
    package mutating func handle(_ input: DutyInput, at time: MonotonicTime) -> [DutyEffect] {
        now = max(now, time)
        var effects = passTime()
        effects += take(input)
        effects += settle()
        return effects
    }

    /// What the unit is at, for people and for the ledger.
    package var standing: DutyStanding {
        switch phase {
        case .privacy(let pause): return .privacy(pause.reason)
        case .standby:
            if isDocked { return .docked }
            switch inspection {
            case .running: return .selfTest
            case .failed: return .withheld
            case .notTested, .passed, .overridden: return inability.map { .fault($0) } ?? .ready
            }
        case .recording: return inability.map { .fault($0) } ?? .recording
        case .reason: return inability.map { .fault($0) } ?? .reason
        case .interrupted(let debt): return inability.map { .fault($0) } ?? .interrupted(debt.cause)
        }
    }

    package var state: DutyState { standing.state }

    /// Whether a recording is open, whether or not a device gives anything to record.
    package var hasOpenRecording: Bool {
        switch phase {
        case .recording, .reason: true
        case .standby, .interrupted, .privacy: false
        }
    }

    /// The interruption that reactivation is owed for (clause D.3.c).
    package var debt: InterruptionCause? {
        switch phase {
        case .interrupted(let debt): debt.cause
        case .privacy(let pause): pause.debt
        case .standby, .recording, .reason: nil
        }
    }

    private mutating func take(_ input: DutyInput) -> [DutyEffect] {
        switch input {
        case .start(let request): start(request)
        case .triggerEnded(let source): endTrigger(source)
        case .stop: askToStop()
        case .reason(let statement): state(statement)
        case .confirm: confirm()
        case .keepRecording: keepRecording()
        case .speech(let isHeard): hear(isHeard)
        case .agitation: agitate()
        case .endPrivacy: endPrivacy()
        case .mark(let kind): [.mark(kind, recorded: hasOpenRecording), .prompt(.marked)]
        case .mute(let isMuted): mute(isMuted)
        case .discreet(let isDiscreet): beDiscreet(isDiscreet)
        case .category(let category): [.categorise(category, isSuggestion: false)]
        case .label(let label): [.label(label)]
        case .exception(let exception): hasOpenRecording ? [.exception(exception)] : refuse(.notRecording)
        case .startShift(let isCurrent): startShift(trainingIsCurrent: isCurrent)
        case .endShift: endShift()
        case .runSelfTest(let kind): runSelfTest(kind)
        case .selfTestEnded(let verdict): endSelfTest(verdict)
        case .overrideWithheld: overrideWithheld()
        case .dock: dock()
        case .undock: undock()
        case .unable(let code): becomeUnable(code)
        case .able: becomeAble()
        case .malfunction(let code, let isPresent): malfunction(code, isPresent: isPresent)
        case .declare(let code): code.isDeclared ? [.report(code)] : refuse(.notDeclarable)
        case .terminate(let cause): terminate(cause)
        case .time: []
        }
    }

    func refuse(_ refusal: Refusal) -> [DutyEffect] {
        [.refused(refusal), .prompt(.refused)]
    }
}
