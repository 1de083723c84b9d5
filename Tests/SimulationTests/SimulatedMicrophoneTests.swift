import CameraModel
import Simulation
import Testing

@Suite struct SimulatedMicrophoneTests {
    private let shift = ScriptedShift()

    /// Samples of the next periods, in one piece.
    private func samples(_ source: any AudioSource, periods: Int) throws -> [Int16] {
        try (0..<periods).flatMap { _ in try #require(try source.next()).samples }
    }

    private func isLoud(_ sample: Int16) -> Bool {
        abs(Int(sample)) > 1000
    }

    @Test func `a period is ten milliseconds and comes when its last frame is taken`() throws {
        let source = try shift.microphone(channels: 2).open()
        let first = try #require(try source.next())
        #expect(first.samples.count == 960)
        #expect(shift.elapsed == 0.01)
        #expect(source.nextEvent == shift.clock.start + .milliseconds(20))
    }

    @Test func `a period's time is its first frame's, at most half a millisecond late, the same on every run`() throws {
        let source = try shift.microphone().open()
        let late = try (0..<50).map { period in
            try #require(try source.next()).time - (shift.clock.start + .milliseconds(10 * period))
        }
        #expect(late.allSatisfy { $0 >= .zero && $0 <= .microseconds(500) })
        #expect(Set(late).count > 10)
        let again = ScriptedShift()
        let other = try again.microphone().open()
        #expect(try other.next()?.time == again.clock.start + late[0])
    }

    @Test func `each whole second begins a tone of fifty milliseconds at its own frequency`() throws {
        let source = try shift.microphone(rate: 8000).open()
        let sound = try samples(source, periods: 320)
        for second in 0..<3 {
            let tone = sound[(second * 8000)..<((second + 1) * 8000)]
            let loud = tone.indices.filter { isLoud(tone[$0]) }.map { $0 - second * 8000 }
            #expect(loud.first == 1 && (395...400).contains(loud.last ?? 0))
            // 50 ms of 500, 600, 700 Hz: 25, 30, 35 periods; each begins with the one rise through half of the top.
            let rises = tone.indices.dropFirst().filter { tone[$0 - 1] < 6000 && tone[$0] >= 6000 }.count
            #expect(rises == 25 + 5 * second)
        }
    }

    @Test func `a fast clock delivers more samples, and the tones stay on true seconds`() throws {
        let source = try shift.microphone([.init(at: .zero, .drift(partsPerMillion: 1000))], rate: 8000).open()
        let sound = try samples(source, periods: 1100)
        #expect(abs(shift.elapsed - 88_000 / 8008) < 1e-6)
        // The tone of second 10 begins at frame 10 * 8008.
        let onset = (79_000..<81_000).first { isLoud(sound[$0]) }
        #expect(onset == 80_081)
    }

    @Test func `an unplugged microphone is gone until it is plugged in`() throws {
        let microphone = shift.microphone([.init(at: .milliseconds(25), .unplug), .init(at: .seconds(1), .plug)])
        let source = try microphone.open()
        _ = try samples(source, periods: 2)
        #expect(throws: CaptureError.disconnected) { try source.next() }
        #expect(shift.elapsed == 0.025)
        #expect(throws: CaptureError.notFound(identity: microphone.identity)) { try microphone.open() }
        shift.clock.advance(to: shift.clock.start + .seconds(1))
        #expect(throws: CaptureError.disconnected) { try source.next() }
        let again = try #require(try microphone.open().next())
        #expect((again.time - shift.clock.start) < .microseconds(1_000_500))
    }

    @Test func `an overrun is reported at its end, and the next period is that much later`() throws {
        let source = try shift.microphone([.init(at: .milliseconds(15), .overrun(.milliseconds(40)))]).open()
        _ = try samples(source, periods: 1)
        #expect(source.nextEvent == shift.clock.start + .milliseconds(55))
        #expect(try source.withNextPeriod(timeout: .seconds(1)) { _, _ in } == .overrun)
        #expect(shift.elapsed == 0.055)
        let next = try #require(try source.next())
        #expect((next.time - shift.clock.start) >= .milliseconds(55))
        #expect((next.time - shift.clock.start) <= .microseconds(55_500))
    }

    @Test func `a stall times out and is not reported as an overrun`() throws {
        let source = try shift.microphone([.init(at: .milliseconds(10), .stall(.milliseconds(500)))]).open()
        _ = try source.next(timeout: .milliseconds(200))
        #expect(throws: CaptureError.timedOut) { try source.next(timeout: .milliseconds(200)) }
        #expect(shift.elapsed == 0.21)
        let next = try #require(try source.next(timeout: .milliseconds(400)))
        #expect(shift.elapsed == 0.52)
        #expect((next.time - shift.clock.start) >= .milliseconds(510))
    }

    @Test(arguments: [(4000, 1), (48_000, 6), (48_000, 0), (-1, 1)])
    func `a format that it has not is refused in words`(rate: Int, channels: Int) {
        let microphone = shift.microphone(rate: rate, channels: channels)
        #expect(throws: CaptureError.self) { try microphone.open() }
    }

    @Test func `a script's absurd figures do no harm`() throws {
        let source = try shift.microphone([
            .init(at: .seconds(-5), .drift(partsPerMillion: -2e9)), .init(at: .zero, .drift(partsPerMillion: .nan)),
            .init(at: .milliseconds(10), .stall(.seconds(Int64.max / 2))),
        ]).open()
        _ = try source.next()
        #expect(throws: CaptureError.timedOut) { try source.next() }
    }
}
