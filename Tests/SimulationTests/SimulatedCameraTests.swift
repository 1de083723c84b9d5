import CameraModel
import Simulation
import Testing

@Suite struct SimulatedCameraTests {
    private let shift = ScriptedShift()

    @Test func `frames come at exact instants, numbered and timed in the picture`() throws {
        let source = try shift.camera(rate: 8).open()
        for number in 0..<20 {
            let seen = try #require(try source.next())
            let instant = Int64(number) * 125_000_000
            #expect(seen.stamp.sequence == UInt32(number))
            #expect(seen.stamp.driverTime == shift.clock.start + .nanoseconds(instant))
            #expect(seen.stamp.received == shift.clock.now && shift.clock.now == seen.stamp.driverTime)
            #expect(seen.code == PictureCode(number: UInt32(number), milliseconds: UInt32(instant / 1_000_000)))
        }
    }

    @Test func `the next event is the next frame`() throws {
        let source = try shift.camera().open()
        _ = try source.next()
        #expect(source.nextEvent == shift.clock.start + .milliseconds(100))
    }

    @Test func `a rate that is no whole number drifts by nothing in ten hours`() throws {
        let rate = try #require(FrameRate(frames: 30_000, seconds: 1001))
        shift.clock.advance(to: shift.clock.start + .seconds(36_036))
        let camera = SimulatedCamera(
            name: "ntsc",
            preferences: [VideoMode(coding: .raw(.nv12), width: 64, height: 96, rate: rate)], time: shift.time)
        let seen = try #require(try camera.open().next())
        #expect(seen.code?.number == 1_080_001)
        #expect(seen.stamp.driverTime == shift.clock.start + .nanoseconds(36_036_033_366_667))
    }

    @Test(arguments: PixelFormat.allCases, [(64, 96), (160, 120), (256, 96), (320, 180), (642, 362)])
    func `the code is read from every layout and size`(pixels: PixelFormat, size: (Int, Int)) throws {
        let source = try shift.camera(coding: .raw(pixels), width: size.0, height: size.1).open()
        #expect(try source.numbers(3) == [0, 1, 2])
        #expect(source.format.bytesPerRow == pixels.tightBytesPerRow(width: size.0))
    }

    @Test func `drawing only what differs gives the same picture as drawing all`() throws {
        let going = try shift.camera(width: 320, height: 180).open()
        for _ in 0..<25 { _ = try going.next() }
        let fresh = try shift.camera(width: 320, height: 180).open()
        let (one, other) = (try going.next(), try fresh.next())
        #expect(one?.code?.number == 25)
        #expect(one?.bytes == other?.bytes)
    }

    @Test func `the first frame of a second flashes, and no other`() throws {
        let source = try shift.camera(width: 320, height: 180).open()
        // In the square at the right of the panel, below the code.
        let position = 72 * 320 + 295
        let flashes = try (0..<21).map { _ in (try source.next()?.bytes[position] ?? 0) > 128 }
        #expect(flashes.enumerated().filter(\.element).map(\.offset) == [0, 10, 20])
    }

    @Test func `lost frames are a hole in numbers and in the sequence`() throws {
        let source = try shift.camera([.init(at: .milliseconds(200), .lose(3))]).open()
        let seen = try (0..<4).map { _ in try #require(try source.next()) }
        #expect(seen.map(\.code?.number) == [0, 1, 5, 6])
        #expect(seen.map(\.stamp.sequence) == [0, 1, 5, 6])
    }

    @Test func `a damaged buffer is reported and not lent`() throws {
        let source = try shift.camera([.init(at: .milliseconds(100), .damage(1))]).open()
        _ = try source.next()
        var isCalled = false
        let outcome = try source.withNextFrame(timeout: .seconds(1)) { _, _ in isCalled = true }
        guard case .damaged(let stamp) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(stamp.sequence == 1 && !isCalled)
        #expect(try source.numbers(1) == [2])
    }

    @Test func `a raw picture that is cut off counts as damaged`() throws {
        let source = try shift.camera([.init(at: .zero, .truncate(2))]).open()
        #expect(try source.numbers(3) == [nil, nil, 2])
    }

    @Test func `a stall times out, and its frames are a hole that the sequence does not show`() throws {
        let source = try shift.camera([.init(at: .milliseconds(150), .stall(.milliseconds(850)))]).open()
        _ = try source.numbers(2)
        #expect(throws: CaptureError.timedOut) { try source.next(timeout: .milliseconds(500)) }
        #expect(shift.elapsed == 0.6)
        #expect(source.nextEvent == shift.clock.start + .seconds(1))
        let seen = try #require(try source.next(timeout: .milliseconds(500)))
        #expect(seen.code?.number == 10 && seen.stamp.sequence == 2)
    }

    @Test func `patience counts from the last call though others moved the clock`() throws {
        let source = try shift.camera([.init(at: .milliseconds(50), .stall(.seconds(9)))]).open()
        _ = try source.next(timeout: .milliseconds(400))
        #expect(source.nextEvent == shift.clock.start + .milliseconds(400))
        shift.clock.advance(to: shift.clock.start + .milliseconds(399))
        #expect(throws: CaptureError.timedOut) { try source.next(timeout: .milliseconds(400)) }
        #expect(shift.elapsed == 0.4)
    }

    @Test func `an unplugged camera is gone until it is plugged in, and numbers go on`() throws {
        let camera = shift.camera([.init(at: .milliseconds(250), .unplug), .init(at: .seconds(2), .plug)])
        let source = try camera.open()
        #expect(try source.numbers(3) == [0, 1, 2])
        #expect(source.nextEvent == shift.clock.start + .milliseconds(250))
        #expect(throws: CaptureError.disconnected) { try source.next() }
        #expect(shift.elapsed == 0.25)
        #expect(throws: CaptureError.notFound(identity: camera.identity)) { try camera.open() }
        shift.clock.advance(to: shift.clock.start + .milliseconds(2050))
        #expect(throws: CaptureError.disconnected) { try source.next() }
        let seen = try #require(try camera.open().next())
        #expect(seen.code?.number == 21 && seen.stamp.sequence == 0)
    }

    @Test func `reopened at the instant of a frame, it does not show that frame again`() throws {
        let camera = shift.camera()
        _ = try camera.open().numbers(3)
        #expect(try camera.open().numbers(1) == [3])
    }

    @Test func `another rate than granted leaves no hole`() throws {
        let slow = try #require(FrameRate(frames: 5, seconds: 1))
        let source = try shift.camera([.init(at: .milliseconds(250), .rate(slow))]).open()
        let seen = try (0..<6).map { _ in try #require(try source.next()) }
        #expect(seen.map(\.code?.milliseconds) == [0, 100, 200, 250, 450, 650])
        #expect(seen.map(\.code?.number) == [0, 1, 2, 3, 4, 5])
        #expect(source.format.mode.rate.perSecond == 10)
    }

    @Test func `an input that changes its size must be opened again`() throws {
        let camera = shift.camera([.init(at: .milliseconds(150), .changeSize(width: 128, height: 96))])
        let source = try camera.open()
        _ = try source.numbers(2)
        #expect(throws: CaptureError.sourceChanged) { try source.next() }
        let again = try camera.open()
        #expect(again.format.mode.width == 128)
        #expect(again.negotiation.remarks == ["256x96 asked, 128x96 granted"])
        #expect(try again.numbers(2) == [2, 3])
    }

    @Test func `a driver's clock may start again, stand still, and recover`() throws {
        let source = try shift.camera([
            .init(at: .milliseconds(100), .wrapTimestamp), .init(at: .milliseconds(300), .frozenTimestamp),
            .init(at: .milliseconds(500), .trueTimestamp),
        ]).open()
        let times = try (0..<6).map { _ in try source.next()?.stamp.driverTime?.nanoseconds }
        let start = shift.clock.start.nanoseconds
        #expect(times == [start, 0, 100_000_000, start + 300_000_000, start + 300_000_000, start + 500_000_000])
    }

    @Test func `the sequence wraps where the script says`() throws {
        let source = try shift.camera([.init(at: .milliseconds(200), .wrapSequence)]).open()
        let sequences = try (0..<4).map { _ in try source.next()?.stamp.sequence }
        #expect(sequences == [.max - 1, .max, 0, 1])
    }
}
