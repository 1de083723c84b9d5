import CameraModel
import Simulation
import Testing

@Suite struct SimulatedCameraEncodingTests {
    private let shift = ScriptedShift()

    private func camera(
        _ script: [DeviceScript<CameraFault>.Entry] = [], encoding: StampEncoding = StampEncoding()
    ) -> SimulatedCamera {
        shift.camera(script, coding: .h264, encodings: [.h264: encoding])
    }

    private func time(_ seen: Seen) -> Int64 {
        seen.bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int64($1) } - shift.clock.start.nanoseconds
    }

    @Test func `a coded picture comes with its own frame's stamp, a key picture each second`() throws {
        let source = try camera().open()
        let seen = try (0..<21).map { _ in try #require(try source.next()) }
        #expect(seen.map(time) == (0..<21).map { $0 * 100_000_000 })
        #expect(seen.enumerated().filter { $1.bytes[8] == 1 }.map(\.offset) == [0, 10, 20])
        #expect(source.format.bytesPerRow == 0)
    }

    @Test func `an encoder that keeps pictures back delays them and mixes up none`() throws {
        let source = try camera(encoding: StampEncoding(keptBack: 2)).open()
        let seen = try (0..<5).map { _ in try #require(try source.next()) }
        #expect(seen.map(time) == (0..<5).map { $0 * 100_000_000 })
        #expect(seen.map(\.stamp.sequence) == [0, 1, 2, 3, 4])
        #expect(shift.elapsed == 0.6)
    }

    @Test func `lost and damaged pictures went through the encoder`() throws {
        let source = try camera([
            .init(at: .milliseconds(100), .lose(2)), .init(at: .milliseconds(300), .damage(1)),
        ]).open()
        let seen = try (0..<4).map { _ in try source.next() }
        #expect(seen.map { $0.map(time) } == [0, nil, 400_000_000, 500_000_000])
        #expect(seen.compactMap(\.?.stamp.sequence) == [0, 4, 5])
    }

    @Test func `a coded picture that is cut off is delivered by half`() throws {
        let source = try camera([.init(at: .zero, .truncate(1))]).open()
        #expect(try source.next()?.bytes.count == 8)
        #expect(try source.next()?.bytes.count == 16)
    }

    @Test func `an encoder that fails is the camera's failure`() throws {
        let source = try camera(encoding: StampEncoding(failsAt: shift.clock.start)).open()
        #expect(throws: CaptureError.system(errno: 5, during: "the simulated camera's encoder: malformed: told so")) {
            try source.next()
        }
    }
}
