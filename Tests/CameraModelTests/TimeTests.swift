import CameraModel
import Testing

@Suite struct TimeTests {
    @Test func `monotonic times add, subtract and compare`() {
        let time = MonotonicTime(nanoseconds: 5_000_000_000)
        #expect(time + .milliseconds(1) == MonotonicTime(nanoseconds: 5_001_000_000))
        #expect(time - .seconds(6) == MonotonicTime(nanoseconds: -1_000_000_000))
        #expect(time - MonotonicTime(nanoseconds: 1) == .nanoseconds(4_999_999_999))
        #expect(MonotonicTime(nanoseconds: 1) < time)
    }

    @Test func `a foreign time at the end of its range does not trap`() {
        let last = MonotonicTime(nanoseconds: .max)
        #expect(last + .seconds(1) < last)
        #expect(MonotonicTime(nanoseconds: .min) - last == .nanoseconds(1))
    }

    @Test(
        arguments: [
            (Duration.zero, 0), (.nanoseconds(-1), -1), (.milliseconds(-1500), -1_500_000_000),
            (.seconds(9_223_372_036), 9_223_372_036_000_000_000), (.seconds(10_000_000_000), .max),
            (.seconds(-10_000_000_000), .min),
        ] as [(Duration, Int64)])
    func `a duration in nanoseconds is held at the ends`(duration: Duration, nanoseconds: Int64) {
        #expect(duration.nanoseconds == nanoseconds)
    }

    @Test func `fractional seconds are rounded to the nanosecond`() {
        #expect(Duration.fractional(seconds: 0.95) == .milliseconds(950))
        #expect(Duration.milliseconds(-250).seconds == -0.25)
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (1_772_352_930_250_000_000, "2026-03-01T08:15:30.250Z"),
            (951_782_400_000_000_000, "2000-02-29T00:00:00.000Z"),
            (4_107_542_399_999_999_999, "2100-02-28T23:59:59.999Z"),
            (.max, "2262-04-11T23:47:16.854Z"), (.min, "1677-09-21T00:12:43.145Z"),
        ] as [(Int64, String)])
    func `a wall time is written as RFC 3339 has it`(nanoseconds: Int64, text: String) {
        #expect(UTCTime(nanosecondsSince1970: nanoseconds).description == text)
    }

    @Test func `wall times compare`() {
        #expect(UTCTime(nanosecondsSince1970: -1) < UTCTime(nanosecondsSince1970: 0))
    }
}
