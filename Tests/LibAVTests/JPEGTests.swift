import CameraModel
import Testing

@testable import LibAV

struct JPEGTests {
    private func encoder(_ width: Int = 64, _ height: Int = 48) throws -> any VideoEncoder {
        try X264Encoding(threads: 1).makeEncoder(
            for: Samples.format(.mjpeg, width, height), settings: Samples.settings(bitRate: 8_000_000))
    }

    @Test func `a camera's JPEG becomes the same picture in H.264, in full range`() throws {
        let encoder = try encoder()
        var stream: [UInt8] = []
        for (index, jpeg) in try Samples.jpegs(3).enumerated() {
            let packets = try encoder.encode(jpeg.span.bytes, at: Samples.time(index), requireKey: index == 0)
            #expect(packets.map(\.isKey) == [index == 0])
            stream += packets.flatMap(\.bytes)
        }
        let shown = try Decoded.last(of: stream, "h264", 64, 48)
        #expect(shown.worstDifference(from: 2) <= 16)
        #expect(shown.worstChromaDifference() <= 12)
        try Judge.withFile(stream, "h264") { (file: String) throws in
            let said = try Judge.entries(file, ["-show_entries", "stream=color_range,color_space"])
            #expect(said == [["pc", "smpte170m"]])
        }
    }

    @Test(arguments: ["yuvj420p", "yuvj422p", "yuvj444p", "gray"])
    func `every layout that cameras put into JPEG is taken`(layout: String) throws {
        let jpeg = try foreign(layout)
        let encoder = try encoder()
        let packets = try encoder.encode(jpeg.span.bytes, at: Samples.time(0), requireKey: true)
        let shown = try Decoded.last(of: packets.flatMap(\.bytes), "h264", 64, 48)
        #expect(shown.worstDifference(from: 0) <= 16)
        if layout != "gray" { #expect(shown.worstChromaDifference() <= 12) }
    }

    /// A JPEG of the first picture made by FFmpeg's program from raw full-range samples.
    private func foreign(_ layout: String) throws -> [UInt8] {
        let raw = Samples.picture(Samples.format(.raw(.yu12)), 0)
        return try Judge.withFile(raw, "yuv") { (file: String) throws in
            let made = file + ".jpg"
            let result = try Judge.run(
                "ffmpeg",
                [
                    "-v", "error", "-f", "rawvideo", "-pix_fmt", "yuvj420p", "-s", "64x48", "-i", file,
                    "-vf", "scale=in_range=full:out_range=full,format=\(layout)", "-q:v", "2", "-c:v", "mjpeg",
                    "-strict", "unofficial", made,
                ])
            #expect(result.errors == "")
            return try Judge.take(made)
        }
    }

    @Test func `padding behind the end of a JPEG does no harm`() throws {
        let jpeg = try Samples.jpegs(1)[0] + [UInt8](repeating: 0, count: 700)
        #expect(try encoder().encode(jpeg.span.bytes, at: Samples.time(0), requireKey: true).count == 1)
    }

    @Test func `a JPEG cut off anywhere is refused, and the encoder lives on`() throws {
        let jpeg = try Samples.jpegs(1)[0]
        let encoder = try encoder()
        for length in stride(from: 0, to: jpeg.count - 1, by: 97) {
            #expect(throws: EncodingError.self, "\(length) of \(jpeg.count) bytes") {
                let part = Array(jpeg.prefix(length))
                _ = try encoder.encode(part.span.bytes, at: Samples.time(length), requireKey: true)
            }
        }
        #expect(try encoder.encode(jpeg.span.bytes, at: Samples.time(9999), requireKey: true).count == 1)
    }

    @Test func `a JPEG with its second half missing before the end mark is refused`() throws {
        let jpeg = try Samples.jpegs(1)[0]
        let damaged = Array(jpeg.prefix(jpeg.count * 3 / 4)) + [0xFF, 0xD9]
        let encoder = try encoder()
        #expect(throws: EncodingError.malformed("a damaged JPEG of \(damaged.count) bytes")) {
            _ = try encoder.encode(damaged.span.bytes, at: Samples.time(0), requireKey: true)
        }
        #expect(try encoder.encode(jpeg.span.bytes, at: Samples.time(1), requireKey: true).count == 1)
    }

    @Test func `noise with a JPEG's head and tail is refused`() throws {
        let encoder = try encoder()
        var state: UInt32 = 7
        for _ in 0..<50 {
            let noise = (0..<300).map { _ -> UInt8 in
                state = state &* 1_664_525 &+ 1_013_904_223
                return UInt8(truncatingIfNeeded: state >> 24)
            }
            let bytes = [0xFF, 0xD8] + noise + [0xFF, 0xD9]
            #expect(throws: EncodingError.self) {
                _ = try encoder.encode(bytes.span.bytes, at: Samples.time(0), requireKey: true)
            }
        }
    }

    @Test func `a JPEG that claims a giant picture is refused`() throws {
        var jpeg = try Samples.jpegs(1)[0]
        let frameHeader = try #require(jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        jpeg.replaceSubrange(frameHeader + 5..<frameHeader + 9, with: [0xFF, 0xF0, 0xFF, 0xF0])
        let encoder = try encoder()
        #expect(throws: EncodingError.self) {
            _ = try encoder.encode(jpeg.span.bytes, at: Samples.time(0), requireKey: true)
        }
    }

    @Test func `simulated pictures become JPEGs of the same picture, one for one`() throws {
        let packets = try Samples.coded(4, encoding: MJPEGEncoding(quality: 2))
        #expect(packets.map(\.time) == (0..<4).map { Samples.time($0) })
        #expect(packets.allSatisfy { $0.isKey && $0.parameters?.coding == .mjpeg })
        let shown = try Decoded.last(of: packets.flatMap(\.bytes), "mjpeg", 64, 48)
        #expect(shown.worstDifference(from: 3) <= 12)
    }
}
