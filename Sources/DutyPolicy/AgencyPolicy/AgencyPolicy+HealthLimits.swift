extension AgencyPolicy {
    static let healthLimits: [PolicyLimit] = [
        .number("battery.warning-percent", .percent, \.battery.warning, from: .told(10), to: .fair(50)),
        .number("battery.critical-percent", .percent, \.battery.critical, from: .told(5), to: .fair(30)),
        .time(
            "battery.alert-interval-minutes", .minutes, \.battery.alertInterval,
            from: .init(1, "D.2.b NOTE", "alerts do not come before safety"), to: .told(10)),
        .number(
            "battery.shutdown-percent", .percent, \.battery.shutdown,
            from: .init(1, "D.5.a", "files are closed and whole"), to: .recorded(5)),
        .time(
            "battery.shutdown-forecast-minutes", .minutes, \.battery.shutdownForecast,
            from: .init(1, "D.5.a", "files are closed and whole"), to: .recorded(10)),
        .time(
            "storage.warning-minutes", .minutes, \.storage.warning,
            from: .init(30, "D.5.a", "there remains adequate storage"), to: .fair(240)),
        .time(
            "storage.critical-minutes", .minutes, \.storage.critical,
            from: .init(10, "D.5.a", "there remains adequate storage"), to: .fair(120)),
        .number("heat.warning-celsius", .celsius, \.heat.warning, from: .fair(40), to: .told(70)),
        .number("heat.reduced-celsius", .celsius, \.heat.reduced, from: .recorded(60), to: .told(80)),
        .number(
            "heat.shutdown-celsius", .celsius, \.heat.shutdown, from: .recorded(70),
            to: .init(90, "D.5.a", "files are closed and whole")),
    ]

    static let selfTestLimits: [PolicyLimit] = [
        .time(
            "self-test.quick-limit-seconds", .seconds, \.selfTest.quickLimit,
            from: .functioning(5), to: .init(15, "D.1.b", "the test is made before each shift, so it is short")),
        .time(
            "self-test.extended-limit-seconds", .seconds, \.selfTest.extendedLimit,
            from: .init(30, "F.2.b", "the inspection ensures proper operability"),
            to: .init(600, "F.2.b", "the inspection comes to an end")),
    ]
}
