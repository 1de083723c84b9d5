import CameraModel

@testable import DutyPolicy

extension DutyInvariant {
    func startRecords(_ step: DutyTransition) -> Bool {
        guard case .start(let request) = step.input else { return true }
        if case .privacy = step.before.phase, request.source.inPrivacy == .notify {
            // Told and written down; table T-8. The pause's own end may have come first.
            return step.after.hasOpenRecording || step.prompts(.triggerInPrivacy)
        }
        return step.after.hasOpenRecording && (step.after.inability != nil || step.after.state == .recording)
    }

    func pressNeverStops(_ step: DutyTransition) -> Bool {
        guard case .start = step.input else { return true }
        // A stop confirmed before, whose last second has run out, is not the press's doing.
        return step.stops.isEmpty || wasClosing(step.before)
    }

    func endHasReason(_ step: DutyTransition, _ order: StopOrder) -> Bool {
        switch order.cause {
        case .unit(let cause):
            step.input == .terminate(cause) && step.effects.contains(.report(cause.malfunction))
        case .officer:
            switch step.before.phase {
            case .reason: step.input == .confirm || wasClosing(step.before)
            case .recording, .standby, .interrupted, .privacy: false
            }
        }
    }

    func silenceGoesOn(_ step: DutyTransition) -> Bool {
        guard step.input == .time, step.before.hasOpenRecording, !wasClosing(step.before) else { return true }
        return step.after.hasOpenRecording && step.stops.isEmpty && step.starts.isEmpty
    }

    func reasonHeard(_ step: DutyTransition) -> Bool {
        if case .reason(_, let window) = step.after.phase {
            if step.after.muteAlarm != nil { return false }
            if step.input == .speech(isHeard: true), !window.wasSpoken { return false }
        }
        return step.stops.allSatisfy { order in
            guard case .officer = order.cause, case .reason(_, let window) = step.before.phase else { return true }
            return order.spoken == (window.wasSpoken ? .spoken : .notSpoken)
        }
    }

    func supervisorAsked(_ order: StopOrder) -> Bool {
        guard order.cause == .officer(.hamperedInvestigation) else { return order.consultation == .notAsked }
        return order.consultation != .notAsked
    }

    func stubQueued(_ step: DutyTransition) -> Bool {
        step.stops.allSatisfy { order in
            switch order.cause {
            case .unit: step.effects.contains(.reportStub(order))
            case .officer(let code): !code.owesReactivation || step.effects.contains(.reportStub(order))
            }
        }
    }

    func dueIsKept(_ step: DutyTransition) -> Bool {
        var isOpen = step.before.hasOpenRecording
        for effect in step.effects {
            switch effect {
            case .startRecording: isOpen = true
            case .stopRecording: isOpen = false
            case .discardPreEvent: if isOpen { return false }
            default: break
            }
        }
        return true
    }

    func oneAtATime(_ step: DutyTransition) -> Bool {
        var isOpen = step.before.hasOpenRecording
        for effect in step.effects {
            switch effect {
            case .startRecording:
                if isOpen { return false }
                isOpen = true
            case .stopRecording:
                if !isOpen { return false }
                isOpen = false
            default: break
            }
        }
        return isOpen == step.after.hasOpenRecording
    }

    func struggleVetoed(_ step: DutyTransition) -> Bool {
        guard step.input == .confirm, case .reason(_, let window) = step.before.phase,
            let veto = step.before.vetoEnds, veto > step.after.now, !window.isConfirmedOnce, window.closing == nil
        else { return true }
        return step.stops.isEmpty && step.after.hasOpenRecording
    }

    private func wasClosing(_ machine: DutyMachine) -> Bool {
        if case .reason(_, let window) = machine.phase { window.closing != nil } else { false }
    }
}
