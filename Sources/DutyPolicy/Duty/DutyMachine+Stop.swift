import CameraModel

extension DutyMachine {
    /// Asks for the reason and goes on recording (clauses D.2.c, D.3.b(2)).
    mutating func askToStop() -> [DutyEffect] {
        switch phase {
        case .recording(let open):
            phase = .reason(
                open,
                ReasonWindow(ends: now + times.reasonWindow, endsAtLatest: now + times.longestReasonWindow))
            // The reason has to be heard.
            return unmute() + [.prompt(.stateReason)] + (activeTriggers.isEmpty ? [] : [.prompt(.triggersStillOn)])
        case .reason:
            return [.prompt(.stateReason)]
        case .standby, .interrupted, .privacy:
            return refuse(.notRecording)
        }
    }

    /// Takes a reason: for a stop, for a privacy pause, or for an interruption that stays one.
    mutating func state(_ statement: ReasonStatement) -> [DutyEffect] {
        if statement.code == .hospital, !isBodyWorn { return refuse(.bodyWornOnly) }
        switch phase {
        case .recording:
            var effects = askToStop()
            effects += state(statement)
            return effects
        case .reason(let open, var window):
            window.closing = nil
            window.statement = statement
            window.ends = min(max(window.ends, now + times.reasonWindow), window.endsAtLatest)
            phase = .reason(open, window)
            let asks = statement.code == .hamperedInvestigation && statement.consultation == nil
            return asks ? [.prompt(.supervisorConsulted)] : []
        case .standby:
            guard statement.code.isPrivacy else { return refuse(.notAPrivacyReason) }
            return pause(for: statement.code, debt: nil)
        case .interrupted(var debt):
            if statement.code.isPrivacy { return pause(for: statement.code, debt: debt.cause) }
            guard statement.code.owesReactivation else {
                phase = .standby
                return [.exceptionReport(.debtEndedWithoutRecording(debt.cause)), .prompt(.ready)]
            }
            debt.cause = .officer(statement.code)
            phase = .interrupted(debt)
            return []
        case .privacy(var pause):
            return restate(statement, &pause)
        }
    }

    /// Carries the stop out, unless a struggle is likely and this is the first confirmation.
    mutating func confirm() -> [DutyEffect] {
        guard case .reason(let open, var window) = phase, window.closing == nil else { return refuse(.noStopAsked) }
        if vetoEnds != nil, !window.isConfirmedOnce {
            window.isConfirmedOnce = true
            window.ends = min(max(window.ends, now + times.reasonWindow), window.endsAtLatest)
            phase = .reason(open, window)
            return [.prompt(.confirmAgain)]
        }
        let code = window.statement?.code ?? .concluded
        let order = StopOrder(
            cause: .officer(code), spoken: window.wasSpoken ? .spoken : .notSpoken,
            consultation: code == .hamperedInvestigation
                ? window.statement?.consultation.map { .answered($0) } ?? .notAnswered : .notAsked,
            isContradicted: code == .concluded && !activeTriggers.isEmpty)
        // A bare confirmation comes from the hand at the scene; whoever gives a reason has finished.
        guard window.statement == nil, times.tail > .zero else { return finish(open, order) }
        window.closing = order
        window.ends = now + times.tail
        phase = .reason(open, window)
        return []
    }

    mutating func keepRecording() -> [DutyEffect] {
        guard case .reason(let open, _) = phase else { return refuse(.noStopAsked) }
        goOn(open)
        return [.prompt(.recordingGoesOn)]
    }

    /// Back to recording, which has not stopped meanwhile.
    mutating func goOn(_ open: OpenRecording) {
        var open = open
        if open.reminder <= now { open.reminder = now + times.recordingReminder }
        phase = .recording(open)
    }

    mutating func hear(_ isHeard: Bool) -> [DutyEffect] {
        guard case .reason(let open, var window) = phase else { return [] }
        window.isSpeaking = isHeard
        if isHeard {
            window.wasSpoken = true
            window.closing?.spoken = .spoken
        }
        phase = .reason(open, window)
        return []
    }

    mutating func agitate() -> [DutyEffect] {
        veto(for: times.agitationVeto)
        guard case .reason(let open, var window) = phase else { return [] }
        window.isConfirmedOnce = false
        phase = .reason(open, window)
        return []
    }

    mutating func veto(for duration: Duration) {
        vetoEnds = max(vetoEnds ?? now, now + duration)
    }

    /// Ends the recording for a confirmed reason.
    mutating func finish(_ open: OpenRecording, _ order: StopOrder) -> [DutyEffect] {
        var effects = unmute()
        guard case .officer(let code) = order.cause else { return effects }
        if code.restrictsAccess, !open.isRestricted { effects.append(.restrict) }
        effects.append(.stopRecording(order))
        if code.owesReactivation { effects.append(.reportStub(order)) }
        effects.append(.prompt(.stopped))
        if code.isPrivacy {
            effects += pause(for: code, debt: .officer(code))
        } else if code.owesReactivation {
            owe(.officer(code))
        } else {
            if code == .falseActivation { effects.append(.categorise(.falseActivation, isSuggestion: false)) }
            phase = .standby
        }
        return effects
    }

    mutating func owe(_ cause: InterruptionCause) {
        phase = .interrupted(
            ReactivationDebt(
                cause: cause, reminder: now + times.firstInterruptionReminder, voice: now + times.interruptionVoice,
                notice: now + times.interruptionNotice))
    }
}
