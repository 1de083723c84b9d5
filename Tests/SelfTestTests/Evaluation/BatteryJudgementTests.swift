import CameraModel
import DutyPolicy
import SelfTest
import Testing

@Suite struct BatteryJudgementTests {
    private let limits = SelfTestLimits()

    @Test(arguments: [
        (100.0, "pass"), (90, "pass"), (89.99, "warn"), (80, "warn"), (79.99, "M10"), (40, "M10"), (0, "M10"),
        (-.infinity, "M10"), (.nan, "M10"),
    ])
    func `D.1.b: ST-01 passes from 90 %, warns from 80 %, and fails with M10 below`(percent: Double, expected: String) {
        #expect(word(limits.judgeBatteryLevel(BatteryReading(percent: percent))) == expected)
    }

    @Test(arguments: [(39_600.0, "pass"), (39_599, "M10")])
    func `D.1.b: ST-01 fails with M10 when the forecast is below 1.1 shifts`(seconds: Double, expected: String) {
        let battery = BatteryReading(percent: 95, forecast: .fractional(seconds: seconds))
        #expect(word(limits.judgeBatteryLevel(battery)) == expected)
    }

    @Test func `D.1.b: ST-01 of a battery that tells nothing is no pass`() {
        #expect(word(limits.judgeBatteryLevel(BatteryReading())) == "M10")
    }

    @Test(arguments: [(0.80, "pass"), (0.79, "warn"), (0.70, "warn"), (0.69, "M12")])
    func `D.1.b: ST-02 judges the capacity left`(health: Double, expected: String) {
        #expect(word(limits.judgeBatteryHealth(BatteryReading(health: health))) == expected)
    }

    @Test(arguments: [(299, "pass"), (300, "warn"), (500, "warn"), (501, "M12")])
    func `D.1.b: ST-02 judges the cycles`(cycles: Int, expected: String) {
        #expect(word(limits.judgeBatteryHealth(BatteryReading(cycles: cycles))) == expected)
    }

    @Test(arguments: [(-0.1, "M12"), (0, "pass"), (45, "pass"), (45.1, "M12")])
    func `D.1.b: ST-02 judges the temperature`(celsius: Double, expected: String) {
        #expect(word(limits.judgeBatteryHealth(BatteryReading(celsius: celsius))) == expected)
    }

    @Test func `D.1.b: ST-02 of a battery that tells nothing of it is skipped, not passed`() {
        #expect(word(limits.judgeBatteryHealth(BatteryReading(percent: 100))) == "skipped")
    }
}
