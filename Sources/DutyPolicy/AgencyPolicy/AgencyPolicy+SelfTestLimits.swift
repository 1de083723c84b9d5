extension AgencyPolicy {
    static let selfTestDeviceLimits: [PolicyLimit] = [
        .number(
            "self-test.battery.pass-percent", .percent, \.selfTest.battery.passLevel, from: .charged(60),
            to: .fair(100)),
        .number(
            "self-test.battery.fail-percent", .percent, \.selfTest.battery.failLevel, from: .charged(50),
            to: .fair(100)),
        .number(
            "self-test.battery.fail-forecast", .none, \.selfTest.battery.failForecast, from: .charged(1), to: .fair(2)),
        .number(
            "self-test.battery.pass-health", .none, \.selfTest.battery.passHealth, from: .charged(0.6), to: .fair(1)),
        .number(
            "self-test.battery.fail-health", .none, \.selfTest.battery.failHealth, from: .charged(0.5), to: .fair(1)),
        .number(
            "self-test.battery.pass-cycles", .none, \.selfTest.battery.passCycles, from: .fair(50), to: .charged(800)),
        .number(
            "self-test.battery.fail-cycles", .none, \.selfTest.battery.failCycles, from: .fair(100), to: .charged(1000)),
        .number(
            "self-test.battery.coldest-celsius", .celsius, \.selfTest.battery.coldest, from: .charged(-20),
            to: .fair(20)),
        .number(
            "self-test.battery.warmest-celsius", .celsius, \.selfTest.battery.warmest, from: .fair(30),
            to: .charged(60)),

        .number("self-test.storage.pass-free", .none, \.selfTest.storage.passFree, from: .stored(1), to: .fair(10)),
        .number("self-test.storage.fail-free", .none, \.selfTest.storage.failFree, from: .stored(1), to: .fair(10)),
        .number(
            "self-test.storage.pass-speed", .none, \.selfTest.storage.passSpeed, from: .functioning(1.5), to: .fair(20)),
        .number(
            "self-test.storage.fail-speed", .none, \.selfTest.storage.failSpeed, from: .functioning(1), to: .fair(20)),
        .number(
            "self-test.storage.fail-wear", .none, \.selfTest.storage.failWear, from: .fair(1), to: .functioning(10)),

        .time("self-test.camera.look-seconds", .seconds, \.selfTest.camera.look, from: .functioning(1), to: .short(5)),
        .number(
            "self-test.camera.rate-tolerance-percent", .percent, \.selfTest.camera.rateTolerance, from: .fair(1),
            to: .functioning(20)),
        .number(
            "self-test.camera.pass-gaps-percent", .percent, \.selfTest.camera.passGaps, from: .fair(0),
            to: .functioning(5)),
        .number(
            "self-test.camera.fail-gaps-percent", .percent, \.selfTest.camera.failGaps, from: .fair(0),
            to: .functioning(10)),
        .number(
            "self-test.camera.darkest-luma", .none, \.selfTest.camera.darkest, from: .functioning(16), to: .fair(64)),
        .number(
            "self-test.camera.brightest-luma", .none, \.selfTest.camera.brightest, from: .fair(192),
            to: .functioning(235)),
        .number("self-test.camera.flat-variance", .none, \.selfTest.camera.flat, from: .functioning(1), to: .fair(100)),
        .time(
            "self-test.camera.pass-drift-milliseconds", .milliseconds, \.selfTest.camera.passDrift, from: .fair(10),
            to: .functioning(80)),
        .time(
            "self-test.camera.fail-drift-milliseconds", .milliseconds, \.selfTest.camera.failDrift, from: .fair(20),
            to: .functioning(200)),

        .time(
            "self-test.microphone.listen-seconds", .seconds, \.selfTest.microphone.listen, from: .functioning(1),
            to: .short(5)),
        .number(
            "self-test.microphone.pass-decibels", .decibels, \.selfTest.microphone.passLevel, from: .functioning(-70),
            to: .fair(-30)),
        .number(
            "self-test.microphone.fail-decibels", .decibels, \.selfTest.microphone.failLevel, from: .functioning(-80),
            to: .fair(-30)),
        .number(
            "self-test.microphone.clipped-decibels", .decibels, \.selfTest.microphone.clipped, from: .fair(-6),
            to: .functioning(0)),
        .number(
            "self-test.microphone.tone-decibels", .decibels, \.selfTest.microphone.toneOverNoise,
            from: .functioning(6), to: .fair(40)),

        .time("self-test.clock.age-hours", .hours, \.selfTest.clock.age, from: .fair(1), to: .dated(72)),
        .time(
            "self-test.clock.pass-error-seconds", .seconds, \.selfTest.clock.passError, from: .fair(0.01),
            to: .dated(2)),
        .time(
            "self-test.clock.fail-error-seconds", .seconds, \.selfTest.clock.failError, from: .fair(0.1),
            to: .dated(10)),
        .time(
            "self-test.clock.certificate-days", .days, \.selfTest.clock.certificateWarning, from: .functioning(7),
            to: .fair(180)),

        .time("self-test.body.stuck-seconds", .seconds, \.selfTest.body.stuck, from: .fair(2), to: .functioning(10)),
        .number(
            "self-test.body.gravity-tolerance", .gravities, \.selfTest.body.gravityTolerance, from: .fair(0.05),
            to: .functioning(0.3)),
        .number(
            "self-test.body.tilt-degrees", .degrees, \.selfTest.body.tilt, from: .fair(15),
            to: .init(60, "D.2.a", "the camera is positioned above the midline of the torso, and upright")),

        .time(
            "self-test.vehicle.silence-seconds", .seconds, \.selfTest.vehicle.silence, from: .fair(0.5),
            to: .functioning(10)),
        .number(
            "self-test.vehicle.pass-volts", .volts, \.selfTest.vehicle.passVoltage, from: .functioning(11.5),
            to: .fair(13)),
        .number(
            "self-test.vehicle.fail-volts", .volts, \.selfTest.vehicle.failVoltage, from: .functioning(11),
            to: .fair(13)),
    ]
}

extension PolicyLimit.Bound {
    /// The end of what is called a properly charged battery.
    fileprivate static func charged(_ value: Double) -> Self {
        Self(value, "D.1.b", "the battery is properly charged")
    }

    /// The end of what is called adequate storage.
    fileprivate static func stored(_ value: Double) -> Self {
        Self(value, "D.5.a", "there remains adequate storage")
    }

    /// The end of what fits into the quick test.
    fileprivate static func short(_ value: Double) -> Self {
        Self(value, "D.1.b", "the test is made before each shift, so it is short")
    }

    /// The end of a date that can be relied on.
    fileprivate static func dated(_ value: Double) -> Self {
        Self(value, "C.4", "date and time belong to the recording")
    }
}
