import CameraModel
import Simulation
import Testing

@Suite struct VirtualClockTests {
    private let clock = VirtualClock(
        start: MonotonicTime(nanoseconds: 5_000_000_000), utc: UTCTime(nanosecondsSince1970: 1_000_000_000_000),
        suspended: .seconds(7))

    @Test func `waiting moves the clock to the deadline`() {
        clock.wait(until: MonotonicTime(nanoseconds: 6_000_000_000), unless: { false })
        #expect(clock.now == MonotonicTime(nanoseconds: 6_000_000_000))
    }

    @Test func `a deadline that has passed moves nothing`() {
        clock.wait(until: MonotonicTime(nanoseconds: 1), unless: { false })
        #expect(clock.now == clock.start)
    }

    @Test func `a stopped wait moves nothing`() {
        clock.wait(until: MonotonicTime(nanoseconds: 6_000_000_000), unless: { true })
        #expect(clock.now == clock.start)
    }

    @Test func `all three clocks advance together`() {
        clock.advance(to: MonotonicTime(nanoseconds: 8_000_000_000))
        #expect(
            clock.reading()
                == ClockReading(
                    monotonic: MonotonicTime(nanoseconds: 8_000_000_000), boottime: 15_000_000_000,
                    utc: UTCTime(nanosecondsSince1970: 1_003_000_000_000), source: .simulated, uncertainty: 0))
    }

    @Test func `a step of the wall clock moves nothing else`() {
        let before = clock.reading()
        clock.stepWallClock(by: .seconds(-3600))
        let after = clock.reading()
        #expect(after.monotonic == before.monotonic && after.boottime == before.boottime)
        #expect(after.utc.nanosecondsSince1970 == before.utc.nanosecondsSince1970 - 3_600_000_000_000)
    }

    @Test func `a wall clock that is lost shows 1970, and nobody vouches for it`() {
        clock.wait(until: clock.now + .seconds(5), unless: { false })
        clock.stepWallClock(by: .seconds(7))
        clock.loseWallClock()
        let reading = clock.reading()
        #expect(reading.utc.nanosecondsSince1970 == 0)
        #expect(reading.source == .unsynchronised)
        #expect(reading.uncertainty == nil)
        clock.wait(until: clock.now + .seconds(5), unless: { false })
        #expect(clock.reading().utc.nanosecondsSince1970 == 5_000_000_000)
    }

    @Test func `a wall clock can be uncertain`() {
        clock.setUncertainty(.seconds(6))
        #expect(clock.reading().uncertainty == 6_000_000_000)
    }
}
