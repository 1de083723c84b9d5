import CameraModel
import LibAV
import Testing

@Suite struct StreamLumaDecoderTests {
    private func decoder(_ coding: VideoCoding = .h264) throws -> any LumaDecoder {
        try StreamLumaDecoding().makeDecoder(for: coding, width: 64, height: 48)
    }

    /// The mean difference to the picture that was coded.
    private func error(_ plane: LumaPlane, _ index: Int) -> Double {
        var sum = 0
        for y in 0..<48 {
            for x in 0..<64 { sum += abs(Int(plane.samples[y * 64 + x]) - Int(Samples.luma(x, y, index))) }
        }
        return Double(sum) / Double(64 * 48)
    }

    @Test func `each H.264 picture comes out as soon as it went in, and is the one that was coded`() throws {
        let decoder = try decoder()
        for (index, packet) in try Samples.coded(12).enumerated() {
            let plane = try #require(try decoder.decode(packet.bytes.span.bytes))
            #expect((plane.width, plane.height) == (64, 48))
            #expect(error(plane, index) < 12)
        }
    }

    @Test func `a key picture alone is enough`() throws {
        let key = try #require(try Samples.coded(12).dropFirst().first(where: \.isKey))
        let plane = try #require(try decoder().decode(key.bytes.span.bytes))
        #expect(error(plane, 10) < 12)
    }

    @Test func `a JPEG comes out as it was`() throws {
        for (index, jpeg) in try Samples.jpegs(3).enumerated() {
            let plane = try #require(try decoder(.mjpeg).decode(jpeg.span.bytes))
            #expect(error(plane, index) < 4)
        }
    }

    @Test(arguments: [VideoCoding.h264, .mjpeg]) func `what is no picture is refused, and the next is well`(
        coding: VideoCoding
    ) throws {
        let decoder = try decoder(coding)
        for bytes in [[0], [UInt8](repeating: 0xFF, count: 1000), Array("\0\0\0\u{1}hello".utf8)] as [[UInt8]] {
            let plane = try? decoder.decode(bytes.span.bytes)
            #expect(plane == nil || plane == .some(nil))
        }
        #expect(throws: EncodingError.self) { try decoder.decode([UInt8]().span.bytes) }
        let good = coding == .h264 ? try Samples.coded(1)[0].bytes : try Samples.jpegs(1)[0]
        #expect(try decoder.decode(good.span.bytes) != nil)
    }

    @Test func `raw pictures have no decoder`() {
        #expect(throws: EncodingError.self) { try decoder(.raw(.yuyv)) }
    }
}
