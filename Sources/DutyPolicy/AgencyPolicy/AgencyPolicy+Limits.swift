extension AgencyPolicy {
    /// Every number of a policy with its range, in the order of a policy file.
    package static let limits: [PolicyLimit] =
        activationLimits + reminderLimits + triggerLimits + shiftLimits + healthLimits + selfTestLimits
        + selfTestDeviceLimits

    private static let activationLimits: [PolicyLimit] = [
        .time(
            "start.window-milliseconds", .milliseconds, \.start.window,
            from: .init(300, "D.2.b", "a gloved hand has to manage the second press"),
            to: .init(1500, "D.2.b", "two presses that belong together are one start")),
        .time(
            "stop.hold-seconds", .seconds, \.stop.hold,
            from: .init(2, "D.2.c", "a recording is not stopped by accident"),
            to: .init(5, "D.3.a", "what may not be recorded can be stopped")),
        .time(
            "stop.agitation-veto-seconds", .seconds, \.stop.agitationVeto,
            from: .init(5, "D.2.c", "a struggle does not stop a recording"),
            to: .init(60, "D.3.a", "what may not be recorded can be stopped")),
        .number(
            "stop.agitation-gravities", .gravities, \.stop.agitation,
            from: .init(1.2, "D.3.a", "walking is no agitation, and what may not be recorded can be stopped"),
            to: .init(2, "D.2.c", "a struggle does not stop a recording")),
        .time(
            "stop.weapon-veto-seconds", .seconds, \.stop.weaponVeto,
            from: .init(60, "D.2.c", "a recording goes on after a weapon is drawn"),
            to: .init(600, "D.3.a", "what may not be recorded can be stopped")),
        .time(
            "stop.tail-seconds", .seconds, \.stop.tail,
            from: .init(0, "D.2.c", "a recording does not end before it is stopped"),
            to: .init(30, "D.3.a", "what may not be recorded can be stopped")),
        .time(
            "reason.window-seconds", .seconds, \.reason.window,
            from: .init(5, "D.3.b(2)", "the reason is recorded before the recording stops"),
            to: .init(60, "D.3.b(2)", "the reason belongs to the stop")),
        .time(
            "reason.speech-limit-seconds", .seconds, \.reason.speechLimit,
            from: .init(5, "D.3.b(2)", "the reason is recorded before the recording stops"),
            to: .init(60, "D.3.b(2)", "the reason belongs to the stop")),
        .time(
            "reason.speech-seconds", .seconds, \.reason.speech,
            from: .init(1, "D.3.b(2)", "a sound is not a spoken reason"),
            to: .init(5, "D.3.b(2)", "a short reason is a reason")),
    ]

    private static let reminderLimits: [PolicyLimit] = [
        .time(
            "interruption.first-seconds", .seconds, \.interruption.first,
            from: .init(30, "D.2.b NOTE", "reminders do not come before safety"), to: .owed(300)),
        .time(
            "interruption.interval-seconds", .seconds, \.interruption.interval,
            from: .init(30, "D.2.b NOTE", "reminders do not come before safety"), to: .owed(300)),
        .time(
            "interruption.voice-minutes", .minutes, \.interruption.voice,
            from: .init(0.5, "D.2.b NOTE", "reminders do not come before safety"), to: .owed(10)),
        .time(
            "interruption.supervisor-minutes", .minutes, \.interruption.supervisor,
            from: .init(0.5, "D.2.b NOTE", "reminders do not come before safety"),
            to: .init(30, "D.4", "the supervisor is notified regarding the lack of recording")),
        .time(
            "privacy.reminder-seconds", .seconds, \.privacy.reminder,
            from: .init(30, "D.3.a", "a pause is left in peace"), to: .owed(300)),
        .time(
            "privacy.personal-reminder-seconds", .seconds, \.privacy.personalReminder,
            from: .init(30, "D.3.a(3)", "a break is left in peace"), to: .owed(900)),
        .time(
            "privacy.limit-minutes", .minutes, \.privacy.limit,
            from: .init(2, "D.3.a", "what may not be recorded needs its time"), to: .owed(20)),
        .time(
            "privacy.personal-limit-minutes", .minutes, \.privacy.personalLimit,
            from: .init(5, "D.3.a(3)", "a break needs its time"), to: .owed(60)),
        .time(
            "reminders.recording-seconds", .seconds, \.reminders.recording,
            from: .init(30, "D.2.b NOTE", "reminders do not come before safety"),
            to: .init(600, "D.2.c", "the officer knows whether the camera records")),
        .time(
            "reminders.mute-seconds", .seconds, \.reminders.mute,
            from: .init(15, "D.2.b NOTE", "reminders do not come before safety"),
            to: .init(120, "F.2.a", "camera and audio are used, and a mute is not forgotten")),
        .time(
            "reminders.discreet-limit-minutes", .minutes, \.reminders.discreetLimit,
            from: .init(1, "D.2.b NOTE", "an officer in danger is not given away"),
            to: .init(60, "B.4", "a worn camera is no covert device")),
    ]

    private static let triggerLimits: [PolicyLimit] = [
        .number(
            "triggers.speed-mph", .milesPerHour, \.triggers.speed,
            from: .init(40, "D.3.a(1)", "driving alone is no event"),
            to: .init(120, "D.2.b(2)a", "vehicular pursuits are recorded")),
        .time(
            "triggers.speed-held-seconds", .seconds, \.triggers.speedHeld,
            from: .init(1, "D.3.a(1)", "one wrong reading is no event"),
            to: .init(30, "D.2.b(2)a", "vehicular pursuits are recorded")),
        .time(
            "triggers.debounce-milliseconds", .milliseconds, \.triggers.debounce,
            from: .init(20, "D.3.a(1)", "a bouncing contact is no event"),
            to: .init(1000, "D.2.b(2)", "what shall be recorded starts at once")),
        .time(
            "triggers.release-seconds", .seconds, \.triggers.release,
            from: .init(0.5, "D.2.b(2)", "a switch that moves through its positions is one event"),
            to: .init(10, "D.2.b(2)", "the next event is one of its own")),
    ]

    private static let shiftLimits: [PolicyLimit] = [
        .time(
            "malfunction.escalation-minutes", .minutes, \.malfunction.escalation,
            from: .init(1, "D.1.b(2)", "the shift supervisor is told first"),
            to: .init(30, "D.1.b(2)", "malfunctions are reported immediately")),
        .time(
            "shift.length-hours", .hours, \.shift.length,
            from: .init(4, "D.1.b", "the battery is properly charged for the shift"),
            to: .init(24, "D.1.b", "each shift begins with its own test")),
        .time(
            "shift.transfer-overdue-hours", .hours, \.shift.transferOverdue,
            from: .init(1, "D.5.a", "files are downloaded at the end of the shift"),
            to: .init(24, "D.5.a", "files are downloaded with sufficient frequency")),
        .time(
            "shift.inspection-interval-days", .days, \.shift.inspectionInterval,
            from: .init(1, "F.2.b", "an inspection is more than the daily self-test"),
            to: .init(31, "F.2.b", "supervisors inspect the equipment periodically")),
    ]
}

extension PolicyLimit.Bound {
    /// The end of what clause D.3.c bears.
    static func owed(_ value: Double) -> Self {
        Self(value, "D.3.c", "cameras are reactivated as soon as practical")
    }

    /// The end of what keeps an officer's camera alive.
    static func recorded(_ value: Double) -> Self {
        Self(value, "D.2.c", "a recording goes on as long as it can")
    }

    /// The end of what clause D.4 bears.
    static func told(_ value: Double) -> Self {
        Self(value, "D.4", "the officer hears of it while something can be done")
    }

    /// The end of what is called functioning correctly.
    static func functioning(_ value: Double) -> Self {
        Self(value, "D.1.b", "the test shows that the camera functions correctly")
    }

    /// The end beyond which good cameras would fail.
    static func fair(_ value: Double) -> Self {
        Self(value, "D.1.b", "a camera that functions correctly passes")
    }
}
