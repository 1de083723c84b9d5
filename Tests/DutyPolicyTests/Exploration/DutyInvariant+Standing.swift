import CameraModel

@testable import DutyPolicy

extension DutyInvariant {
    func debtKept(_ step: DutyTransition) -> Bool {
        guard let debt = step.before.debt, step.after.debt == nil else { return true }
        let ends: [DutyException] = [.openDebt(debt), .debtEndedWithoutRecording(debt)]
        return step.starts.contains { $0.closes == debt } || step.exceptions.contains { ends.contains($0) }
    }

    func debtRecalled(_ step: DutyTransition) -> Bool {
        guard case .interrupted(let debt) = step.after.phase else { return true }
        let longest = max(step.after.times.interruptionReminder, step.after.times.firstInterruptionReminder)
        return debt.reminder > step.after.now && debt.reminder <= step.after.now + longest
            && step.after.nextDeadline.map { $0 <= debt.reminder } ?? false
    }

    func privacyLimited(_ step: DutyTransition) -> Bool {
        guard case .privacy(let pause) = step.after.phase else { return true }
        let longest = step.after.times.privacy(pause.reason).limit
        guard pause.limit > step.after.now, step.after.nextDeadline.map({ $0 <= pause.limit }) ?? false else {
            return false
        }
        // A pause that was there before keeps its limit; a new one has its reason's.
        if case .privacy(let earlier) = step.before.phase, !step.effects.contains(.discardPreEvent(pause.reason)) {
            return pause.limit == earlier.limit
        }
        return pause.limit <= step.after.now + longest
    }

    func privacyKeepsNothing(_ step: DutyTransition) -> Bool {
        var stands = isPrivacy(step.before)
        for effect in step.effects {
            switch effect {
            case .discardPreEvent: stands = true
            case .resumePreEvent: stands = false
            case .startRecording: if stands { return false }
            default: break
            }
        }
        return stands == isPrivacy(step.after)
    }

    func failureWithholds(_ step: DutyTransition) -> Bool {
        if step.input == .selfTestEnded(.failed), !step.prompts(.getReplacement) || step.after.inspection != .failed {
            return false
        }
        if step.before.inspection == .failed, step.after.inspection != .failed {
            // By another test, or by a supervisor, who is named in a report.
            switch step.input {
            case .runSelfTest, .startShift, .undock, .selfTestEnded: break
            case .overrideWithheld where step.exceptions.contains(.withheldOverridden): break
            default: return false
            }
        }
        guard step.after.inspection == .failed, step.after.phase == .standby, !step.after.isDocked else { return true }
        return step.after.state == .withheld
    }

    func unfitMarked(_ step: DutyTransition) -> Bool {
        step.starts.allSatisfy { order in
            switch step.before.inspection {
            case .failed: order.isUnfit && step.exceptions.contains(.usedUnfit)
            case .notTested: order.isUntested && step.exceptions.contains(.usedUntested)
            case .running: order.isUntested
            case .passed, .overridden: !order.isUnfit && !order.isUntested
            }
        }
    }

    func faultReported(_ step: DutyTransition) -> Bool {
        if let code = step.after.inability, code != step.before.inability {
            return step.effects.contains(.report(code))
        }
        if !step.starts.isEmpty, step.after.inability != nil {
            return step.effects.contains(.report(.lateActivation)) && step.prompts(.cannotRecordYet)
                && !step.prompts(.recording)
        }
        return true
    }

    func muteRecalled(_ step: DutyTransition) -> Bool {
        if let alarm = step.after.muteAlarm {
            return step.after.hasOpenRecording && alarm > step.after.now
                && alarm <= step.after.now + step.after.times.muteAlarm
        }
        return step.before.muteAlarm == nil || step.effects.contains(.mute(false))
    }

    private func isPrivacy(_ machine: DutyMachine) -> Bool {
        if case .privacy = machine.phase { true } else { false }
    }
}
