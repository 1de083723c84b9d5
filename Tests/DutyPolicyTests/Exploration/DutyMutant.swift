import CameraModel

@testable import DutyPolicy

/// Machines with one thing broken on purpose, each for the invariant that has to catch it.
enum DutyMutant {
    static func step(breaking invariant: DutyInvariant) -> DutyExploration.Step {
        { machine, input, time in
            let before = machine
            var effects = machine.handle(input, at: time)
            spoil(invariant, before, input, &machine, &effects)
            return effects
        }
    }

    private static func spoil(
        _ invariant: DutyInvariant, _ before: DutyMachine, _ input: DutyInput, _ machine: inout DutyMachine,
        _ effects: inout [DutyEffect]
    ) {
        switch invariant {
        case .startRecords:
            // A withheld unit refuses to record.
            if before.state == .withheld, case .start = input {
                machine = before
                effects = [.refused(.notWithheld)]
            }
        case .pressNeverStops:
            // The button toggles.
            if case .recording(let open) = before.phase, case .start = input {
                effects = machine.finish(open, concluded)
            }
        case .endHasReason:
            // A held button is enough.
            if case .recording(let open) = before.phase, input == .stop { effects = machine.finish(open, concluded) }
        case .silenceGoesOn:
            // Silence means yes.
            if case .reason(let open, let window) = before.phase, window.closing == nil, input == .time,
                case .recording = machine.phase
            {
                effects = machine.finish(open, concluded)
            }
        case .reasonHeard:
            // The sound stays muted while the reason is asked for.
            if input == .stop, let alarm = before.muteAlarm { machine.muteAlarm = alarm }
        case .supervisorAsked:
            change(&effects) { $0.consultation = .notAsked }
        case .stubQueued:
            effects.removeAll { if case .reportStub = $0 { true } else { false } }
        case .debtKept:
            // A shift's end forgives.
            effects.removeAll { if case .exceptionReport(.openDebt) = $0 { true } else { false } }
        case .debtRecalled:
            // One reminder has to do.
            if case .interrupted(var debt) = machine.phase, case .interrupted = before.phase, input == .time {
                debt.reminder = debt.reminder + .seconds(3600)
                machine.phase = .interrupted(debt)
            }
        case .privacyLimited:
            // Another reason begins the pause anew.
            if case .privacy(var pause) = machine.phase, case .privacy = before.phase, case .reason = input {
                pause.limit = machine.now + .seconds(3)
                machine.phase = .privacy(pause)
            }
        case .privacyKeepsNothing:
            effects.removeAll { if case .discardPreEvent = $0 { true } else { false } }
        case .dueIsKept:
            // The buffer is emptied first, while the recording still writes it.
            if let stop = effects.firstIndex(where: { if case .stopRecording = $0 { true } else { false } }),
                let discard = effects.firstIndex(where: { if case .discardPreEvent = $0 { true } else { false } })
            {
                effects.swapAt(stop, discard)
            }
        case .failureWithholds:
            if input == .selfTestEnded(.failed) { machine.inspection = .passed }
        case .unfitMarked:
            change(&effects) { (order: inout StartOrder) in order.isUnfit = false }
        case .oneAtATime:
            // A trigger while recording opens a second one.
            if case .recording = before.phase, case .start = input, let order = sample {
                effects.insert(.startRecording(order), at: 0)
            }
        case .faultReported:
            if case .unable = input { effects.removeAll { if case .report = $0 { true } else { false } } }
        case .muteRecalled:
            // The microphone stays muted when the recording ends.
            effects.removeAll { $0 == .mute(false) }
        case .struggleVetoed:
            if input == .confirm, case .reason(let open, _) = before.phase, case .reason(_, let window) = machine.phase,
                window.isConfirmedOnce
            {
                effects = machine.finish(open, concluded)
            }
        }
    }

    private static let concluded = StopOrder(
        cause: .officer(.concluded), spoken: .notSpoken, consultation: .notAsked, isContradicted: false)

    private static var sample: StartOrder? {
        var machine = DutyExplorationTests.machine()
        let effects = machine.handle(.start(StartRequest(.manual)), at: machine.now)
        return effects.lazy.compactMap { if case .startRecording(let order) = $0 { order } else { nil } }.first
    }

    private static func change(_ effects: inout [DutyEffect], _ body: (inout StopOrder) -> Void) {
        for index in effects.indices {
            if case .stopRecording(var order) = effects[index] {
                body(&order)
                effects[index] = .stopRecording(order)
            }
        }
    }

    private static func change(_ effects: inout [DutyEffect], _ body: (inout StartOrder) -> Void) {
        for index in effects.indices {
            if case .startRecording(var order) = effects[index] {
                body(&order)
                effects[index] = .startRecording(order)
            }
        }
    }
}
