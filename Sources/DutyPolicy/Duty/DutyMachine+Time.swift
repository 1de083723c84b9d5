package import CameraModel

extension DutyMachine {
    /// When ``handle(_:at:)`` wants to be called with ``DutyInput/time`` at the latest; `nil` for never.
    package var nextDeadline: MonotonicTime? {
        [phaseDeadline, muteAlarm, discreetEnds, vetoEnds].compactMap(\.self).min()
    }

    private var phaseDeadline: MonotonicTime? {
        switch phase {
        case .standby: nil
        case .recording(let open): open.reminder
        case .reason(_, let window): window.ends
        case .interrupted(let debt): [debt.reminder, debt.voice, debt.notice].compactMap(\.self).min()
        case .privacy(let pause): min(pause.reminder, pause.limit)
        }
    }

    /// Does what deadlines that have passed ask for, each once however late.
    mutating func passTime() -> [DutyEffect] {
        var effects: [DutyEffect] = []
        if let ends = vetoEnds, ends <= now { vetoEnds = nil }
        if let ends = discreetEnds, ends <= now {
            discreetEnds = nil
            effects += [.discreet(false), .prompt(.discreetEnded)]
        }
        if let alarm = muteAlarm, alarm <= now {
            muteAlarm = now + times.muteAlarm
            effects.append(.prompt(.stillMuted))
        }
        effects += passPhaseTime()
        return effects
    }

    private mutating func passPhaseTime() -> [DutyEffect] {
        switch phase {
        case .standby:
            return []
        case .recording(var open):
            guard open.reminder <= now else { return [] }
            open.reminder = now + times.recordingReminder
            phase = .recording(open)
            return [.prompt(inability == nil ? .recordingReminder : .cannotRecordYet)]
        case .reason(let open, let window):
            return window.ends <= now ? endWindow(open, window) : []
        case .interrupted(let debt):
            return remind(of: debt)
        case .privacy(var pause):
            if pause.limit <= now { return leave(pause) }
            guard pause.reminder <= now else { return [] }
            pause.reminder = now + times.privacy(pause.reason).reminder
            phase = .privacy(pause)
            return [.prompt(.privacyReminder)]
        }
    }

    /// Silence means that recording goes on (clause D.2.b, note); speech is waited for, within its limit.
    private mutating func endWindow(_ open: OpenRecording, _ window: ReasonWindow) -> [DutyEffect] {
        if let order = window.closing { return finish(open, order) }
        if window.isSpeaking, window.endsAtLatest > now {
            var window = window
            window.ends = window.endsAtLatest
            phase = .reason(open, window)
            return []
        }
        goOn(open)
        return [.prompt(.recordingGoesOn)]
    }

    private mutating func remind(of debt: ReactivationDebt) -> [DutyEffect] {
        var debt = debt
        var effects: [DutyEffect] = []
        if debt.reminder <= now {
            debt.reminder = now + times.interruptionReminder
            effects.append(.prompt(.interruptedReminder))
        }
        if let voice = debt.voice, voice <= now {
            debt.voice = nil
            effects.append(.prompt(.interruptedLong))
        }
        if let notice = debt.notice, notice <= now {
            debt.notice = nil
            effects.append(.exceptionReport(.overdueReactivation(debt.cause)))
        }
        phase = .interrupted(debt)
        return effects
    }
}
