import CameraModel
import Testing

@testable import LibAV

struct AACEncoderTests {
    private let format = AudioFormat(rate: 48_000, channels: 1)

    @Test(arguments: [1, 480, 1024, 5000])
    func `blocks are those of one stream however the frames come in, and have their times`(atOnce: Int) throws {
        let tone = Sine.frames(0..<20_000, of: format, hertz: 440)
        let encoder = try AACEncoding().makeEncoder(for: format, bitRate: 64_000, anchor: Samples.start)
        var packets: [EncodedPacket] = []
        var next = 0
        while next < tone.count {
            let end = min(next + atOnce, tone.count)
            packets += try encoder.encode(tone[next..<end].span)
            next = end
        }
        let whole = try AACEncoding().makeEncoder(for: format, bitRate: 64_000, anchor: Samples.start)
        #expect(try packets == whole.encode(tone.span))
        #expect(packets.count == 20_000 / 1024 - (packets.isEmpty ? 0 : 1) || packets.count == 20_000 / 1024)
        for (index, packet) in packets.enumerated() {
            let frames = Int64(index) * 1024 - 1024
            #expect(packet.time == Samples.start + format.duration(frames: frames))
            #expect(packet.isKey)
        }
    }

    @Test func `what was kept back comes out at the end and reaches behind the last frame`() throws {
        let encoder = try AACEncoding().makeEncoder(for: format, bitRate: 64_000, anchor: Samples.start)
        let packets = try encoder.encode(Sine.frames(0..<20_000, of: format, hertz: 440).span)
        let last = try encoder.finish()
        let end = try #require(last.last).time + format.duration(frames: 1024)
        #expect(end >= Samples.start + format.duration(frames: 20_000))
        #expect(Set((packets + last).map(\.time)).count == packets.count + last.count)
        #expect(try encoder.finish().isEmpty)
    }

    @Test func `the configuration is AAC-LC of the rate and channels`() throws {
        let stereo = AudioFormat(rate: 44_100, channels: 2)
        let encoder = try AACEncoding().makeEncoder(for: stereo, bitRate: 96_000, anchor: Samples.start)
        // ISO/IEC 14496-3, 1.6.2.1: object type 2 (5 bits), frequency index 4 (4 bits), channels 2 (4 bits).
        #expect(Array(encoder.parameters.configuration.prefix(2)) == [0x12, 0x10])
        #expect(encoder.parameters.framesPerPacket == 1024)
    }

    @Test func `what is decoded is heard at the times of the packets`() throws {
        // Silence, then from frame 24000 on a tone.
        let sound = [Int16](repeating: 0, count: 24_000) + Sine.frames(0..<24_000, of: format, hertz: 1000)
        let encoder = try AACEncoding().makeEncoder(for: format, bitRate: 96_000, anchor: Samples.start)
        let packets = try encoder.encode(sound.span)
        let decoded = try Judge.withFile(adts(packets), "aac") { (file: String) throws in
            let made = file + ".s16"
            let result = try Judge.run("ffmpeg", ["-v", "error", "-xerror", "-i", file, "-f", "s16le", made])
            #expect(result.errors == "")
            return try Judge.take(made)
        }
        let samples = stride(from: 0, to: decoded.count, by: 2).map {
            Int16(bitPattern: UInt16(decoded[$0]) | UInt16(decoded[$0 + 1]) << 8)
        }
        let onset = try #require(samples.firstIndex { abs(Int($0)) > 3000 })
        // The first decoded frame is heard at the first packet's time: 1024 frames before the anchor.
        let heard = packets[0].time + format.duration(frames: Int64(onset))
        let expected = Samples.start + format.duration(frames: 24_000)
        #expect(abs((heard - expected).nanoseconds) < 1_500_000)
    }

    /// ISO/IEC 14496-3, 1.A.3: a header before each block, for 48 kHz mono.
    private func adts(_ packets: [EncodedPacket]) -> [UInt8] {
        packets.flatMap { packet -> [UInt8] in
            let length = packet.bytes.count + 7
            return [
                0xFF, 0xF1, 0x40 | 3 << 2, 0x40 | UInt8(length >> 11), UInt8(truncatingIfNeeded: length >> 3),
                UInt8(truncatingIfNeeded: length << 5) | 0x1F, 0xFC,
            ] + packet.bytes
        }
    }

    @Test(arguments: [
        (AudioFormat(rate: 47_999, channels: 1), 64_000), (AudioFormat(rate: 48_000, channels: 3), 64_000),
        (AudioFormat(rate: 48_000, channels: 1), 0), (AudioFormat(rate: 0, channels: 0), 64_000),
    ])
    func `what AAC does not have is refused`(format: AudioFormat, bitRate: Int) {
        #expect {
            _ = try AACEncoding().makeEncoder(for: format, bitRate: bitRate, anchor: Samples.start)
        } throws: { error in
            if case .unsupported = error as? EncodingError { true } else { false }
        }
    }
}
