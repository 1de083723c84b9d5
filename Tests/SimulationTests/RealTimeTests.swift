import CameraModel
import Simulation
import Testing

/// Devices told that time is real, on a clock that the test moves: lateness without waiting.
@Suite struct RealTimeTests {
    private let clock = VirtualClock(utc: UTCTime(nanosecondsSince1970: 0))
    private var time: SimulatedTime { SimulatedTime(real: clock, start: clock.start) }

    private func camera(buffers: Int) -> SimulatedCamera {
        SimulatedCamera(
            name: "front", preferences: [mode(.raw(.yu12), 256, 96, 10)], time: time, bufferCount: buffers)
    }

    @Test func `a late caller gets what the buffers hold and loses the rest`() throws {
        let source = try camera(buffers: 3).open()
        #expect(try source.numbers(1) == [0])
        clock.advance(to: clock.start + .milliseconds(850))
        let seen = try (0..<5).map { _ in try #require(try source.next()) }
        #expect(seen.map(\.code?.number) == [1, 2, 3, 9, 10])
        #expect(seen.map(\.stamp.sequence) == [1, 2, 3, 9, 10])
        #expect(seen[0].stamp.received == clock.start + .milliseconds(850))
        #expect(seen[0].stamp.driverTime == clock.start + .milliseconds(100))
    }

    @Test func `a caller no later than the buffers reach loses nothing`() throws {
        let source = try camera(buffers: 4).open()
        _ = try source.next()
        clock.advance(to: clock.start + .milliseconds(450))
        #expect(try source.numbers(6) == [1, 2, 3, 4, 5, 6])
    }

    @Test func `on a virtual clock nobody is late`() throws {
        let shift = ScriptedShift()
        let source = try shift.camera().open()
        shift.clock.advance(to: shift.clock.start + .seconds(5))
        #expect(try source.numbers(52) == (0..<52).map { $0 })
    }

    @Test func `half a second late, the microphone has overrun`() throws {
        let microphone = SimulatedMicrophone(
            name: "cabin", format: AudioFormat(rate: 48_000, channels: 1), time: time)
        let source = try microphone.open()
        _ = try source.next()
        clock.advance(to: clock.start + .milliseconds(520))
        #expect(try source.next() != nil)
        clock.advance(to: clock.start + .milliseconds(531))
        #expect(try source.withNextPeriod(timeout: .seconds(1)) { _, _ in } == .overrun)
        let next = try #require(try source.next())
        #expect((next.time - clock.start) >= .milliseconds(531))
    }
}
