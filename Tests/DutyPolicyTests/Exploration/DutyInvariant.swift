import CameraModel

@testable import DutyPolicy

/// What the duty state machine holds, whatever happens: each judges one step.
enum DutyInvariant: String, CaseIterable {
    case startRecords = "D.2.b: a start records, from every state"
    case pressNeverStops = "D.2.c: a start or a repeated press never ends a recording"
    case endHasReason = "D.3.b(2): a recording ends for a confirmed reason or a named fault alone"
    case silenceGoesOn = "D.2.b: time alone never ends a recording that nobody confirmed to end"
    case reasonHeard = "D.3.b(2): a stop says whether its reason was spoken, and the sound is not muted meanwhile"
    case supervisorAsked = "D.3.b(1): a hampered investigation's stop says what the supervisor answered, if anything"
    case stubQueued = "D.3.b(2): an interruption is left for the officer's report"
    case debtKept = "D.3.c: a debt ends by recording or with an exception, never by itself"
    case debtRecalled = "D.3.c: an interruption is recalled until it ends"
    case privacyLimited = "D.3.a: a privacy pause ends at its limit, which nothing moves"
    case privacyKeepsNothing = "D.3.a: the pre-event buffer stands still in a privacy pause, and only there"
    case dueIsKept = "D.2.c: the pre-event buffer is never emptied between a start and its stop"
    case failureWithholds = "D.1.b(1): a failed self-test withholds the unit and asks for another"
    case unfitMarked = "D.1.b: a recording without a passed self-test says so"
    case oneAtATime = "D.2.c: starts and stops alternate, and agree with what is open"
    case faultReported = "D.4: nothing fails to record without a report"
    case muteRecalled = "D.2.c: muted sound is recalled, and comes back with the recording's end"
    case struggleVetoed = "D.2.c: in a struggle one confirmation ends nothing"

    /// What is wrong with the step; `nil` when it holds.
    func violation(_ step: DutyTransition) -> String? {
        holds(step) ? nil : rawValue
    }

    private func holds(_ step: DutyTransition) -> Bool {
        switch self {
        case .startRecords: startRecords(step)
        case .pressNeverStops: pressNeverStops(step)
        case .endHasReason: step.stops.allSatisfy { endHasReason(step, $0) }
        case .silenceGoesOn: silenceGoesOn(step)
        case .reasonHeard: reasonHeard(step)
        case .supervisorAsked: step.stops.allSatisfy(supervisorAsked)
        case .stubQueued: stubQueued(step)
        case .debtKept: debtKept(step)
        case .debtRecalled: debtRecalled(step)
        case .privacyLimited: privacyLimited(step)
        case .privacyKeepsNothing: privacyKeepsNothing(step)
        case .dueIsKept: dueIsKept(step)
        case .failureWithholds: failureWithholds(step)
        case .unfitMarked: unfitMarked(step)
        case .oneAtATime: oneAtATime(step)
        case .faultReported: faultReported(step)
        case .muteRecalled: muteRecalled(step)
        case .struggleVetoed: struggleVetoed(step)
        }
    }
}
