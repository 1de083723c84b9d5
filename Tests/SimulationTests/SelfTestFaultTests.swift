import CameraModel
import Simulation
import Testing

/// The faults that a self-test is to find.
@Suite struct SelfTestFaultTests {
    private let shift = ScriptedShift()

    @Test(arguments: PixelFormat.allCases) func `a black camera goes on with black pictures until it is clear again`(
        pixels: PixelFormat
    ) throws {
        let coding = VideoCoding.raw(pixels)
        let source = try shift.camera(
            [.init(at: .milliseconds(200), .black), .init(at: .milliseconds(500), .clear)], coding: coding
        ).open()
        #expect(try source.numbers(8) == [0, 1, nil, nil, nil, 5, 6, 7])
        // What is drawn after it is the same as if nothing had been.
        let other = try ScriptedShift().camera(coding: coding).open()
        for _ in 0..<8 { _ = try other.next() }
        #expect(try source.next()?.bytes == other.next()?.bytes)
    }

    @Test func `a black picture is black, and a covered one dark, flat and a little noisy`() throws {
        let source = try shift.camera([.init(at: .zero, .black), .init(at: .milliseconds(100), .covered)]).open()
        let luma = 256 * 96
        let black = try #require(try source.next())
        #expect(Set(black.bytes.prefix(luma)) == [16])
        #expect(Set(black.bytes.dropFirst(luma)) == [128])
        let (one, other) = (try #require(try source.next()), try #require(try source.next()))
        #expect(Set(one.bytes.prefix(luma)) == [30, 31])
        #expect(one.bytes != other.bytes)
    }

    @Test func `a frozen camera gives the picture of that moment, whoever opens it and when`() throws {
        let script: [DeviceScript<CameraFault>.Entry] = [
            .init(at: .milliseconds(250), .frozen), .init(at: .milliseconds(700), .clear),
        ]
        let source = try shift.camera(script).open()
        #expect(try source.numbers(5) == [0, 1, 2, 3, 3])
        let again = try shift.camera(script).open()
        #expect(try again.numbers(3) == [3, 3, 7])
    }

    @Test func `frames of a frozen camera have stamps and numbers of their own`() throws {
        let source = try shift.camera([.init(at: .zero, .frozen)]).open()
        let seen = try (0..<3).map { _ in try #require(try source.next()) }
        #expect(seen.map(\.stamp.sequence) == [0, 1, 2])
        #expect(Set(seen.map(\.stamp.driverTime)).count == 3)
        #expect(Set(seen.map(\.bytes)).count == 1)
    }

    @Test func `a silent microphone gives zeros, a clipped one the ends, and both in time`() throws {
        let source = try shift.microphone([
            .init(at: .milliseconds(20), .silent), .init(at: .milliseconds(40), .clipped),
            .init(at: .milliseconds(60), .clear),
        ]).open()
        let periods = try (0..<8).map { _ in try #require(try source.next()).samples }
        #expect(Set(periods[2...3].joined()) == [0])
        #expect(Set(periods[4...5].joined()) == [.min, .max])
        let other = try ScriptedShift().microphone().open()
        let normal = try (0..<8).map { _ in try #require(try other.next()).samples }
        #expect(periods[..<2] == normal[..<2] && periods[6...] == normal[6...])
    }

    @Test func `a throttled disk takes its time for every byte, and a read-only one takes nothing`() throws {
        let disk = ScriptedDisk(SimulatedDisk(), clock: shift.clock)
        let file = try disk.create("a")
        disk.apply(.throttled(bytesPerSecond: 1000))
        let bytes = [UInt8](repeating: 1, count: 250)
        #expect(try disk.write(bytes.span.bytes, to: file, at: 0) == 250)
        #expect(shift.elapsed == 0.25)
        disk.apply(.readOnly)
        func errno(_ call: () throws(DiskError) -> Void) -> Int32? {
            do throws(DiskError) {
                try call()
                return nil
            } catch {
                return error.errno
            }
        }
        #expect(errno { () throws(DiskError) in _ = try disk.create("b") } == 30)
        #expect(errno { () throws(DiskError) in _ = try disk.open("a") } == 30)
        #expect(errno { () throws(DiskError) in _ = try disk.write(bytes.span.bytes, to: file, at: 0) } == 30)
        #expect(errno { () throws(DiskError) in try disk.rename("a", to: "c") } == 30)
        #expect(errno { () throws(DiskError) in try disk.replace("c", with: "a") } == 30)
        #expect(try disk.read("a", at: 0, count: 250) == bytes)
        disk.apply(.repaired)
        #expect(errno { () throws(DiskError) in _ = try disk.create("b") } == nil)
    }

    @Test func `a battery says what its script says, from then on`() throws {
        let battery = SimulatedBattery(
            script: DeviceScript([
                .init(at: .seconds(1), BatteryReading(percent: 90)),
                .init(at: .seconds(5), BatteryReading(percent: 40)),
            ]), time: shift.time)
        #expect(throws: SensorError.self) { try battery.read() }
        shift.clock.advance(to: shift.clock.start + .seconds(1))
        #expect(try battery.read().percent == 90)
        shift.clock.advance(to: shift.clock.start + .seconds(9))
        #expect(try battery.read().percent == 40)
    }
}
