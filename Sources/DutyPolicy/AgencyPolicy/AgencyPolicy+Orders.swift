extension AgencyPolicy {
    /// A key whose value may not go beyond another's.
    struct Order: Sendable {
        var lesser: String
        var greater: String
        /// Of the pair, the one to report.
        var reported: String
        var clause: ClauseID
        var why: String

        init(_ lesser: String, upTo greater: String, report reported: String, _ clause: ClauseID, _ why: String) {
            self.lesser = lesser
            self.greater = greater
            self.reported = reported
            self.clause = clause
            self.why = why
        }
    }

    static let orders: [Order] = dutyOrders + stepOrders + timeOrders

    private static let dutyOrders: [Order] = [
        Order(
            "reason.window-seconds", upTo: "reason.speech-limit-seconds", report: "reason.speech-limit-seconds",
            "D.3.b(2)", "speech keeps the window open"),
        Order(
            "reason.speech-seconds", upTo: "reason.window-seconds", report: "reason.speech-seconds", "D.3.b(2)",
            "a reason can be spoken within the window"),
        Order(
            "interruption.first-seconds", upTo: "interruption.voice-minutes", report: "interruption.voice-minutes",
            "D.2.b NOTE", "the quiet reminders come first"),
        Order(
            "interruption.voice-minutes", upTo: "interruption.supervisor-minutes",
            report: "interruption.supervisor-minutes", "D.3.c", "the officer is reminded before the supervisor is told"),
        Order(
            "privacy.reminder-seconds", upTo: "privacy.limit-minutes", report: "privacy.reminder-seconds", "D.3.c",
            "a pause is reminded of before it ends"),
        Order(
            "privacy.personal-reminder-seconds", upTo: "privacy.personal-limit-minutes",
            report: "privacy.personal-reminder-seconds", "D.3.c", "a break is reminded of before it ends"),
        Order(
            "battery.critical-percent", upTo: "battery.warning-percent", report: "battery.critical-percent", "D.4",
            "the warning comes first"),
        Order(
            "battery.shutdown-percent", upTo: "battery.critical-percent", report: "battery.shutdown-percent", "D.4",
            "the alert comes first"),
        Order(
            "storage.critical-minutes", upTo: "storage.warning-minutes", report: "storage.critical-minutes", "D.5.a",
            "the warning comes first"),
        Order(
            "heat.warning-celsius", upTo: "heat.reduced-celsius", report: "heat.reduced-celsius", "D.4",
            "the warning comes first"),
        Order(
            "heat.reduced-celsius", upTo: "heat.shutdown-celsius", report: "heat.shutdown-celsius", "D.2.c",
            "fewer pictures are better than none"),
    ]

    /// Thresholds in two steps.
    private static let stepOrders: [Order] = [
        ("battery.fail-percent", "battery.pass-percent"), ("battery.fail-health", "battery.pass-health"),
        ("battery.pass-cycles", "battery.fail-cycles"),
        ("battery.coldest-celsius", "battery.warmest-celsius"), ("storage.fail-free", "storage.pass-free"),
        ("storage.fail-speed", "storage.pass-speed"), ("camera.pass-gaps-percent", "camera.fail-gaps-percent"),
        ("camera.pass-drift-milliseconds", "camera.fail-drift-milliseconds"),
        ("microphone.fail-decibels", "microphone.pass-decibels"),
        ("clock.pass-error-seconds", "clock.fail-error-seconds"), ("vehicle.fail-volts", "vehicle.pass-volts"),
    ].map { lesser, greater in
        Order(
            "self-test.\(lesser)", upTo: "self-test.\(greater)", report: "self-test.\(lesser)", "D.1.b",
            "what passes does not fail")
    }

    private static let timeOrders: [Order] = ["camera.look-seconds", "microphone.listen-seconds"].map { part in
        Order(
            "self-test.\(part)", upTo: "self-test.quick-limit-seconds", report: "self-test.\(part)", "D.1.b",
            "the test ends in time")
    }
}
