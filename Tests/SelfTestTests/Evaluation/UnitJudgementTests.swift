import CameraModel
import SelfTest
import Testing

@Suite struct UnitJudgementTests {
    private let limits = SelfTestLimits()
    private let day: Int64 = 86_400_000_000_000

    private func coded(parsed: Int = 30, decoded: Int = 30, error: Double = 1) -> EncoderMeasure {
        .coded(.init(pictures: 30, parsed: parsed, decoded: decoded, error: error, bytes: 1000))
    }

    @Test func `D.1.b: ST-11 passes when every picture is found, decoded and the same`() {
        #expect(word(limits.judgeEncoder(coded(error: 16))) == "pass")
    }

    @Test func `D.1.b: ST-11 fails with M40 when a picture is missing, cannot be decoded or is another`() {
        #expect(word(limits.judgeEncoder(coded(parsed: 29))) == "M40")
        #expect(word(limits.judgeEncoder(coded(decoded: 29))) == "M40")
        #expect(word(limits.judgeEncoder(coded(error: 16.01))) == "M40")
        #expect(word(limits.judgeEncoder(.failed(step: "mux", reason: "x"))) == "M40")
        #expect(word(limits.judgeEncoder(.yielded)) == "skipped")
    }

    @Test(arguments: [(30, "pass"), (29, "warn"), (-1, "warn")])
    func `D.1.b: ST-13 warns of a certificate that ends within 30 days`(days: Int64, expected: String) {
        let key = KeyReading(
            signs: true, isJournalWhole: true, certificateExpires: UTCTime(nanosecondsSince1970: days * day))
        #expect(word(limits.judgeKey(key, at: UTCTime(nanosecondsSince1970: 0))) == expected)
    }

    @Test func `D.1.b: ST-13 fails with M40 for a key that does not sign and with M41 for a broken chain`() {
        let now = UTCTime(nanosecondsSince1970: 0)
        let key = KeyReading(signs: false, isJournalWhole: true)
        #expect(word(limits.judgeKey(key, at: now)) == "M40")
        #expect(word(limits.judgeJournal(key)) == "pass")
        let chain = KeyReading(signs: true, isJournalWhole: false)
        #expect(word(limits.judgeKey(chain, at: now)) == "pass")
        #expect(word(limits.judgeJournal(chain)) == "M41")
    }

    @Test func `D.1.b: ST-14 fails with M42 for firmware that is not marked good or not verified`() {
        func firmware(_ good: Bool, _ verified: Bool?, _ pending: Bool = false) -> Judgement {
            limits.judgeFirmware(
                FirmwareReading(version: "1", isMarkedGood: good, isVerified: verified, isUpdatePending: pending))
        }
        #expect(word(firmware(true, true)) == "pass")
        #expect(word(firmware(true, nil)) == "pass")
        #expect(word(firmware(true, true, true)) == "warn")
        #expect(word(firmware(false, true)) == "M42")
        #expect(word(firmware(true, false)) == "M42")
    }

    @Test(arguments: [(5.0, "pass"), (5.001, "M50")])
    func `D.1.b: ST-15 fails with M50 for a line held for more than 5 s`(seconds: Double, expected: String) {
        #expect(
            word(limits.judgeControls(ControlsReading(held: ["record": .fractional(seconds: seconds)]))) == expected)
    }

    @Test func `D.1.b: ST-15 fails with M50 when the press that was asked for does not come`() {
        #expect(word(limits.judgeControls(ControlsReading(held: [:], wasPressed: false))) == "M50")
        #expect(word(limits.judgeControls(ControlsReading(held: [:], wasPressed: true))) == "pass")
    }

    @Test func `D.1.b: ST-16 fails with M51 for an indicator that does not answer`() {
        #expect(word(limits.judgeIndicators(IndicatorsReading(answers: ["red": true, "haptic": true]))) == "pass")
        let judgement = limits.judgeIndicators(IndicatorsReading(answers: ["red": true, "haptic": false]))
        #expect(word(judgement) == "M51")
        #expect(judgement.verdict.reason == "no answer: haptic")
    }

    @Test(arguments: [(0.79, "M52"), (0.8, "pass"), (1.2, "pass"), (1.21, "M52"), (0, "M52"), (.nan, "M52")])
    func `D.1.b: ST-17 fails with M52 unless it feels 0.8 to 1.2 g`(up: Double, expected: String) {
        #expect(word(limits.judgeMotion(MotionReading(right: 0, forward: 0, up: up))) == expected)
    }

    @Test func `D.1.b: ST-17 warns of a unit that hangs more than 45 degrees off`() {
        #expect(word(limits.judgeMotion(MotionReading(right: 0.69, forward: 0, up: 0.72))) == "pass")
        #expect(word(limits.judgeMotion(MotionReading(right: 0.72, forward: 0, up: 0.69))) == "warn")
        #expect(word(limits.judgeMotion(MotionReading(right: 0, forward: 0, up: -1))) == "warn")
    }

    @Test func `D.1.b: ST-18 fails with M53 without an answer, which withholds no unit, and warns without a fix`() {
        #expect(word(limits.judgePosition(PositionReading(answers: true, hasFix: true))) == "pass")
        #expect(word(limits.judgePosition(PositionReading(answers: true, hasFix: false))) == "warn")
        #expect(word(limits.judgePosition(PositionReading(answers: false, hasFix: false))) == "M53")
        #expect(!SelfTestItem.position.withholds)
    }

    @Test(arguments: [(12.0, "pass"), (11.99, "warn"), (11.8, "warn"), (11.79, "M54"), (.nan, "M54")])
    func `D.1.b: ST-19 passes from 12.0 V, warns from 11.8 V, and fails with M54 below`(volts: Double, expected: String)
    {
        #expect(word(limits.judgeVehicle(VehicleReading(volts: volts))) == expected)
    }

    @Test func `D.1.b: ST-19 fails with M54 without ignition or bus frames`() {
        #expect(word(limits.judgeVehicle(VehicleReading(ignition: true, frameAge: .seconds(2)))) == "pass")
        #expect(word(limits.judgeVehicle(VehicleReading(ignition: true, frameAge: .milliseconds(2001)))) == "M54")
        #expect(word(limits.judgeVehicle(VehicleReading(ignition: false))) == "M54")
        #expect(word(limits.judgeVehicle(VehicleReading())) == "M54")
    }

    @Test(arguments: [
        (LeftoversReading(), "pass"), (LeftoversReading(oldestUntransferred: .seconds(86_400)), "pass"),
        (LeftoversReading(oldestUntransferred: .seconds(86_401)), "warn"), (LeftoversReading(openDebts: 1), "warn"),
        (LeftoversReading(openMalfunctions: 1), "warn"), (LeftoversReading(isOfficerTrained: true), "pass"),
        (LeftoversReading(isOfficerTrained: false), "warn"),
    ])
    func `D.1.b: ST-20 warns of what is left over and never fails`(leftovers: LeftoversReading, expected: String) {
        #expect(word(limits.judgeLeftovers(leftovers)) == expected)
    }

    @Test(arguments: [(Int64(30), "pass"), (31, "warn")])
    func `D.1.a: ST-20 warns of an agency profile older than 30 days`(days: Int64, expected: String) {
        #expect(word(limits.judgeLeftovers(LeftoversReading(profileAge: .seconds(days * 86_400)))) == expected)
    }
}
