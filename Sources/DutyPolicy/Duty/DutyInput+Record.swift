extension DutyInput {
    /// What happened, in one word that a journal keeps.
    package var name: String {
        switch self {
        case .start(let request): "start:\(request.source.rawValue)"
        case .triggerEnded(let source): "trigger-ended:\(source.rawValue)"
        case .stop: "stop"
        case .reason: "reason"
        case .confirm: "confirm"
        case .keepRecording: "keep-recording"
        case .speech(let isHeard): isHeard ? "speech-heard" : "speech-ended"
        case .agitation: "agitation"
        case .endPrivacy: "end-privacy"
        case .mark(let kind): "mark:\(kind.rawValue)"
        case .mute(let isMuted): isMuted ? "mute" : "unmute"
        case .discreet(let isDiscreet): isDiscreet ? "discreet" : "discreet-ended"
        case .category: "category"
        case .label: "label"
        case .exception: "exception"
        case .startShift: "start-shift"
        case .endShift: "end-shift"
        case .runSelfTest(let kind): "self-test:\(kind.rawValue)"
        case .selfTestEnded(let verdict): "self-test-\(verdict.rawValue)"
        case .overrideWithheld: "override-withheld"
        case .dock: "dock"
        case .undock: "undock"
        case .unable: "unable"
        case .able: "able"
        case .malfunction(_, let isPresent): isPresent ? "malfunction" : "malfunction-ended"
        case .declare: "declare"
        case .terminate: "terminate"
        case .time: "time"
        }
    }

    /// The policy's code that it carries; `nil` where there is none.
    package var code: String? {
        switch self {
        case .start(let request): request.category?.rawValue
        case .reason(let statement): statement.code.rawValue
        case .category(let category): category.rawValue
        case .label(let label): label.rawValue
        case .exception(let exception): exception.rawValue
        case .unable(let code), .malfunction(let code, _), .declare(let code): code.rawValue
        case .terminate(let cause): cause.rawValue
        case .triggerEnded, .stop, .confirm, .keepRecording, .speech, .agitation, .endPrivacy, .mark, .mute, .discreet,
            .startShift, .endShift, .runSelfTest, .selfTestEnded, .overrideWithheld, .dock, .undock, .able, .time:
            nil
        }
    }

    /// The clause that it is about.
    package var clause: ClauseID {
        switch self {
        case .start(let request): request.category?.clause ?? "D.2.b"
        case .reason(let statement): statement.code.clause
        case .category(let category): category.clause ?? "D.2.b"
        case .label(let label): label.clause
        case .exception(let exception): exception.clause
        case .unable(let code), .malfunction(let code, _), .declare(let code): code.clause
        case .terminate(let cause): cause.clause
        case .mark(let kind):
            switch kind {
            case .rightsRead, .consentGiven: "A.1.e"
            case .statementBegins: "D.2.b(2)d"
            case .preservationRequest: "I.2.o"
            case .plain: "D.2.b"
            }
        case .triggerEnded, .stop, .keepRecording, .agitation, .mute: "D.2.c"
        case .confirm, .speech: "D.3.b(2)"
        case .endPrivacy: "D.3.c"
        case .discreet: "B.4"
        case .startShift, .selfTestEnded: "D.1.b"
        case .runSelfTest(let kind): kind == .quick ? "D.1.b" : "F.2.b"
        case .overrideWithheld: "D.1.b(1)"
        case .endShift, .dock, .undock: "D.5.a"
        case .able, .time: "D.4"
        }
    }
}
