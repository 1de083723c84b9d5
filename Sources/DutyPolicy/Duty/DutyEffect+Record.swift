extension DutyEffect {
    /// What is done, in one word that a journal keeps.
    package var name: String {
        switch self {
        case .startRecording(let order):
            switch order.cause {
            case .trigger(let source): "start-recording:\(source.rawValue)"
            case .resumption: "start-recording:resumption"
            }
        case .stopRecording: "stop-recording"
        case .mark(let kind, _): "mark:\(kind.rawValue)"
        case .categorise(_, let isSuggestion): isSuggestion ? "suggest-category" : "categorise"
        case .label: "label"
        case .exception: "exception"
        case .restrict: "restrict"
        case .discardPreEvent: "discard-pre-event"
        case .resumePreEvent: "resume-pre-event"
        case .mute(let isMuted): isMuted ? "mute" : "unmute"
        case .discreet(let isDiscreet): isDiscreet ? "discreet" : "discreet-ended"
        case .runSelfTest(let kind): "self-test:\(kind.rawValue)"
        case .report: "report"
        case .malfunctionEnded: "malfunction-ended"
        case .reportStub: "report-stub"
        case .exceptionReport(let exception): "exception-report:\(exception.name)"
        case .prompt(let prompt): "prompt:\(prompt.rawValue)"
        case .triggerNotFollowed(let source, _): "trigger-not-followed:\(source.rawValue)"
        case .refused(let refusal): "refused:\(refusal.rawValue)"
        case .shiftStarted: "shift-started"
        case .shiftEnded: "shift-ended"
        }
    }

    /// The policy's code that it carries; `nil` where there is none.
    package var code: String? {
        switch self {
        case .startRecording(let order): order.category?.rawValue
        case .stopRecording(let order), .reportStub(let order): order.code
        case .categorise(let category, _): category.rawValue
        case .label(let label): label.rawValue
        case .exception(let exception): exception.rawValue
        case .discardPreEvent(let reason), .triggerNotFollowed(_, let reason): reason.rawValue
        case .report(let code), .malfunctionEnded(let code): code.rawValue
        case .exceptionReport(let exception): exception.code
        case .mark, .restrict, .resumePreEvent, .mute, .discreet, .runSelfTest, .prompt, .refused, .shiftStarted,
            .shiftEnded:
            nil
        }
    }

    /// The clause that asks for it.
    package var clause: ClauseID {
        switch self {
        case .startRecording(let order): order.closes == nil ? order.category?.clause ?? "D.2.b" : "D.3.c"
        case .stopRecording(let order): order.clause
        case .reportStub: "D.3.b(2)"
        case .mark(let kind, _): DutyInput.mark(kind).clause
        case .categorise(let category, _): category.clause ?? "D.2.b"
        case .label(let label): label.clause
        case .exception(let exception): exception.clause
        case .restrict: "D.3.a"
        case .discardPreEvent(let reason), .triggerNotFollowed(_, let reason): reason.clause
        case .resumePreEvent: "D.3.c"
        case .mute: "D.2.c"
        case .discreet: "B.4"
        case .runSelfTest(let kind): kind == .quick ? "D.1.b" : "F.2.b"
        case .report(let code), .malfunctionEnded(let code): code.clause
        case .exceptionReport(let exception): exception.clause
        case .prompt(let prompt): prompt.clause
        case .refused: "D.2.b"
        case .shiftStarted: "D.1.b"
        case .shiftEnded: "D.5.a"
        }
    }

    /// Whether somebody is shown something by it, which waits for the journal.
    package var isShown: Bool {
        if case .prompt = self { true } else { false }
    }
}

extension StopOrder {
    /// The reason's or the fault's code.
    package var code: String {
        switch cause {
        case .officer(let reason): reason.rawValue
        case .unit(let cause): cause.rawValue
        }
    }

    package var clause: ClauseID {
        switch cause {
        case .officer(let reason): reason.clause
        case .unit(let cause): cause.clause
        }
    }
}

extension InterruptionCause {
    /// The reason's or the fault's code.
    package var code: String {
        switch self {
        case .officer(let reason): reason.rawValue
        case .unit(let cause): cause.rawValue
        }
    }
}

extension DutyException {
    package var name: String {
        switch self {
        case .openDebt: "open-debt"
        case .debtEndedWithoutRecording: "debt-ended-without-recording"
        case .usedUntested: "used-untested"
        case .usedUnfit: "used-unfit"
        case .trainingExpired: "training-expired"
        case .overdueReactivation: "overdue-reactivation"
        case .withheldOverridden: "withheld-overridden"
        }
    }

    package var code: String? {
        switch self {
        case .openDebt(let cause), .debtEndedWithoutRecording(let cause), .overdueReactivation(let cause): cause.code
        case .usedUntested, .usedUnfit, .trainingExpired, .withheldOverridden: nil
        }
    }

    package var clause: ClauseID {
        switch self {
        case .openDebt, .debtEndedWithoutRecording, .overdueReactivation: "D.3.c"
        case .usedUntested: "D.1.b"
        case .usedUnfit, .withheldOverridden: "D.1.b(1)"
        case .trainingExpired: "E"
        }
    }
}

extension Consultation {
    /// The answer's code, or that none came; `nil` where none is asked for.
    package var code: String? {
        switch self {
        case .notAsked: nil
        case .notAnswered: "not-answered"
        case .answered(let answer): answer.rawValue
        }
    }
}

extension DutyStanding {
    /// What the state is for; `nil` where the state says all.
    package var code: String? {
        switch self {
        case .interrupted(let cause): cause.code
        case .privacy(let reason): reason.rawValue
        case .fault(let code): code.rawValue
        case .selfTest, .withheld, .ready, .recording, .reason, .docked: nil
        }
    }
}
