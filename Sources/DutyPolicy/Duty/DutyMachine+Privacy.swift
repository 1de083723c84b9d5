import CameraModel

extension DutyMachine {
    /// Empties the pre-event buffer and lets it stand still (clause D.3.a), for a limited time.
    mutating func pause(for reason: DeactivationReason, debt: InterruptionCause?) -> [DutyEffect] {
        let (reminder, limit) = times.privacy(reason)
        phase = .privacy(
            PrivacyPause(reason: reason, reminder: now + reminder, limit: now + limit, debt: debt))
        return [.discardPreEvent(reason), .prompt(.privacyBegun)]
    }

    /// Another reason inside a pause; the limit stays, so that no chain of reasons goes round it.
    mutating func restate(_ statement: ReasonStatement, _ pause: inout PrivacyPause) -> [DutyEffect] {
        if statement.code.isPrivacy {
            pause.reason = statement.code
            phase = .privacy(pause)
            return []
        }
        guard let debt = pause.debt, !statement.code.owesReactivation else { return refuse(.notAPrivacyReason) }
        pause.debt = nil
        phase = .privacy(pause)
        return [.exceptionReport(.debtEndedWithoutRecording(debt))]
    }

    mutating func endPrivacy() -> [DutyEffect] {
        guard case .privacy(let pause) = phase else { return refuse(.notInPrivacy) }
        return leave(pause)
    }

    /// Lets the pre-event buffer run again; records at once where a trigger still holds (clause D.3.c).
    mutating func leave(_ pause: PrivacyPause) -> [DutyEffect] {
        let effects: [DutyEffect] = [.resumePreEvent, .prompt(.privacyEnded)]
        if let source = activeTriggers.min(by: { $0.rawValue < $1.rawValue }) {
            return effects + begin(.trigger(source), category: nil, isRestricted: false, closes: pause.debt)
        }
        if let debt = pause.debt { owe(debt) } else { phase = .standby }
        return effects
    }

    mutating func mute(_ isMuted: Bool) -> [DutyEffect] {
        guard isMuted else { return unmute() }
        guard hasOpenRecording else { return refuse(.notRecording) }
        // While the reason is asked for, it has to be heard.
        if case .reason = phase { return [.prompt(.stateReason)] }
        guard muteAlarm == nil else { return [] }
        muteAlarm = now + times.muteAlarm
        return [.mute(true), .prompt(.muted)]
    }

    mutating func unmute() -> [DutyEffect] {
        guard muteAlarm != nil else { return [] }
        muteAlarm = nil
        return [.mute(false), .prompt(.unmuted)]
    }

    mutating func beDiscreet(_ isDiscreet: Bool) -> [DutyEffect] {
        guard isDiscreet != (discreetEnds != nil) else { return [] }
        discreetEnds = isDiscreet ? now + times.discreetLimit : nil
        return [.discreet(isDiscreet)]
    }
}
