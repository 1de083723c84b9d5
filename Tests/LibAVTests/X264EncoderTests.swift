import CameraModel
import Testing

@testable import LibAV

struct X264EncoderTests {
    @Test(arguments: PixelFormat.allCases)
    func `one packet comes out for every picture, at once, with its time to the nanosecond`(
        pixels: PixelFormat
    ) throws {
        let format = Samples.format(.raw(pixels))
        let encoder = try X264Encoding(threads: 2).makeEncoder(for: format, settings: Samples.settings())
        for index in 0..<12 {
            let bytes = Samples.picture(format, index)
            let packets = try encoder.encode(
                bytes.span.bytes, at: Samples.time(index), requireKey: index % 5 == 0)
            #expect(packets.map(\.time) == [Samples.time(index)])
            #expect(packets.map(\.isKey) == [index % 5 == 0])
        }
        #expect(try encoder.finish().isEmpty)
    }

    @Test func `ffprobe sees closed groups where they were asked for, and no B-frames`() throws {
        let packets = try Samples.coded(25, keyEvery: 10, settings: Samples.settings("superfast"))
        let stream = packets.flatMap(\.bytes)
        try Judge.withFile(stream, "h264") { (file: String) throws in
            #expect(try Judge.complaints(file) == "")
            #expect(try Judge.pictureTypes(file) == "IPPPPPPPPPIPPPPPPPPPIPPPP")
            let stream = try Judge.entries(
                file, ["-show_entries", "stream=width,height,has_b_frames,pix_fmt,r_frame_rate"])
            #expect(stream == [["64", "48", "0", "yuv420p", "30/1"]])
        }
    }

    @Test func `a cut to another scene makes no key picture`() throws {
        let format = Samples.format(.raw(.yu12))
        let encoder = try X264Encoding(threads: 1).makeEncoder(
            for: format, settings: Samples.settings("veryfast"))
        var keys: [Int] = []
        // libx264 minds a cut only when the last key picture is a second away.
        for index in 0..<45 {
            let bytes = Samples.picture(format, index < 40 ? 0 : index).map { index < 40 ? $0 : $0 ^ 0xE6 }
            let packets = try encoder.encode(
                bytes.span.bytes, at: Samples.time(index), requireKey: index == 0)
            if packets[0].isKey { keys.append(index) }
        }
        #expect(keys == [0])
    }

    @Test func `without a request a key picture comes after ten seconds`() throws {
        let packets = try Samples.coded(22, Samples.format(.raw(.yu12), fps: 1), keyEvery: 100, fps: 1)
        #expect(packets.indices.filter { packets[$0].isKey } == [0, 10, 20])
    }

    @Test func `every key picture carries its parameter sets, and says them apart`() throws {
        for packet in try Samples.coded(12, keyEvery: 4) {
            #expect((packet.parameters != nil) == packet.isKey)
            guard let parameters = packet.parameters else { continue }
            #expect(parameters.coding == .h264)
            #expect((parameters.width, parameters.height) == (64, 48))
            let types = AnnexB.units(in: parameters.parameterSets).map(\.type)
            #expect(types == [.sequenceParameterSet, .pictureParameterSet])
            #expect(AnnexB.parameterSets(in: packet.bytes) == parameters.parameterSets)
            let unit = try #require(AnnexB.sequenceParameterSet(in: packet.bytes))
            let set = try SequenceParameterSet(unit)
            #expect((set.width, set.height) == (64, 48))
        }
    }

    @Test(arguments: PixelFormat.allCases)
    func `what is decoded is the picture that went in, whatever its rows`(pixels: PixelFormat) throws {
        let tight = pixels.tightBytesPerRow(width: 64)
        let format = Samples.format(.raw(pixels), bytesPerRow: tight + 32)
        let packets = try Samples.coded(3, format, settings: Samples.settings(bitRate: 8_000_000))
        let shown = try Decoded.last(of: packets.flatMap(\.bytes), "h264", 64, 48)
        #expect(shown.worstDifference(from: 2) <= 12)
        #expect(shown.worstChromaDifference() <= 12)
    }

    @Test func `a picture coded smaller keeps its proportions`() throws {
        let format = Samples.format(.raw(.yuyv), 128, 96)
        let packets = try Samples.coded(2, format, settings: Samples.settings(width: 64))
        #expect(packets[0].parameters?.width == 64)
        #expect(packets[0].parameters?.height == 48)
        try Judge.withFile(packets.flatMap(\.bytes), "h264") { (file: String) throws in
            #expect(try Judge.entries(file, ["-show_entries", "stream=width,height"]) == [["64", "48"]])
            #expect(try Judge.complaints(file) == "")
        }
    }

    @Test func `a short frame is refused and the next is coded`() throws {
        let format = Samples.format(.raw(.yuyv))
        let encoder = try X264Encoding().makeEncoder(for: format, settings: Samples.settings())
        let bytes = Samples.picture(format, 0)
        #expect(throws: EncodingError.malformed("a frame of 6143 bytes where yuyv 64x48 at 30 fps has 6144")) {
            let short = Array(bytes.dropLast())
            _ = try encoder.encode(short.span.bytes, at: Samples.time(0), requireKey: true)
        }
        #expect(try encoder.encode(bytes.span.bytes, at: Samples.time(1), requireKey: true).count == 1)
    }

    @Test func `a time that does not rise is refused`() throws {
        let format = Samples.format(.raw(.yu12))
        let encoder = try X264Encoding().makeEncoder(for: format, settings: Samples.settings())
        let bytes = Samples.picture(format, 0)
        _ = try encoder.encode(bytes.span.bytes, at: Samples.time(3), requireKey: true)
        #expect(throws: EncodingError.self) {
            _ = try encoder.encode(bytes.span.bytes, at: Samples.time(3), requireKey: false)
        }
    }

    @Test(arguments: [
        (Samples.format(.h264), Samples.settings()),
        (Samples.format(.raw(.yuyv)), Samples.settings("fastest")),
        (Samples.format(.raw(.yuyv)), Samples.settings(bitRate: 0)),
        (Samples.format(.raw(.yuyv)), Samples.settings(width: 33, height: 48)),
        (Samples.format(.raw(.yuyv)), Samples.settings(width: .max)),
        (Samples.format(.raw(.yuyv), 65, 48), Samples.settings()),
        (Samples.format(.raw(.yuyv), bytesPerRow: 10), Samples.settings()),
        (Samples.format(.raw(.yuyv), 1 << 40, 48), Samples.settings()),
    ])
    func `what cannot be coded is refused when the encoder is made`(
        format: VideoFormat, settings: VideoEncoderSettings
    ) {
        #expect {
            _ = try X264Encoding().makeEncoder(for: format, settings: settings)
        } throws: { error in
            if case .unsupported = error as? EncodingError { true } else { false }
        }
    }

    @Test func `the bit rate is kept over noise, and no second has twice of it`() throws {
        let format = Samples.format(.raw(.yu12), 160, 128, fps: 15)
        let encoder = try X264Encoding(threads: 1).makeEncoder(
            for: format, settings: Samples.settings("ultrafast", bitRate: 200_000))
        var state: UInt32 = 1
        var sizes: [Int] = []
        for index in 0..<60 {
            let bytes = (0..<160 * 128 * 3 / 2).map { _ -> UInt8 in
                state = state &* 1_664_525 &+ 1_013_904_223
                return UInt8(96 + state >> 26)
            }
            sizes += try encoder.encode(
                bytes.span.bytes, at: Samples.time(index, fps: 15), requireKey: index % 15 == 0
            ).map { $0.bytes.count * 8 }
        }
        let seconds = (0..<4).map { sizes[$0 * 15..<$0 * 15 + 15].reduce(0, +) }
        #expect(seconds.allSatisfy { $0 < 400_000 }, "\(seconds)")
        #expect((150_000...260_000).contains(seconds.reduce(0, +) / 4), "\(seconds)")
    }
}
