import CameraModel
import Testing

@testable import Recording

@Suite struct SelectedEncodingTests {
    private struct Unused: VideoEncoding {
        func makeEncoder(
            for format: VideoFormat, settings: VideoEncoderSettings
        ) throws(EncodingError) -> any VideoEncoder {
            throw .unsupported("the encoder was asked")
        }
    }

    private static let sps: [UInt8] = [0, 0, 0, 1, 0x67, 0x42, 0, 0x1E]
    private static let pps: [UInt8] = [0, 0, 0, 1, 0x68, 0xCE]
    private static let idr: [UInt8] = [0, 0, 0, 1, 0x65, 0x88, 1, 2]
    private static let slice: [UInt8] = [0, 0, 0, 1, 0x41, 0x9A, 3]

    private func make(_ coding: VideoCoding, passesJPEG: Bool = true) throws -> any VideoEncoder {
        let rate = try #require(FrameRate(frames: 30, seconds: 1))
        return try SelectedEncoding(encoder: Unused(), passesJPEG: passesJPEG).makeEncoder(
            for: VideoFormat(mode: VideoMode(coding: coding, width: 640, height: 480, rate: rate), bytesPerRow: 0),
            settings: VideoEncoderSettings(
                preset: "fast", bitRate: 1, width: nil, height: nil, keyInterval: .seconds(1)))
    }

    private func encode(_ encoder: any VideoEncoder, _ bytes: [UInt8], _ time: Double) -> [EncodedPacket] {
        bytes.withUnsafeBytes { (try? encoder.encode($0.bytes, at: Media.time(time), requireKey: false)) ?? [] }
    }

    @Test func `camera H264 begins with the first key picture that has its parameter sets, untouched`() throws {
        let encoder = try make(.h264)
        #expect(encode(encoder, Self.slice, 0).isEmpty)
        #expect(encode(encoder, Self.idr, 1).isEmpty)
        #expect(encode(encoder, Self.slice, 2).isEmpty)
        let key = Self.sps + Self.pps + Self.idr
        let packets = encode(encoder, key, 3)
        #expect(packets.map(\.bytes) == [key])
        #expect(packets.first?.isKey == true)
        #expect(packets.first?.parameters?.parameterSets == Self.sps + Self.pps)
        #expect(encode(encoder, Self.slice, 4).map(\.parameters) == [nil])
    }

    @Test func `parameter sets that come once, by themselves, serve all key pictures`() throws {
        let encoder = try make(.h264)
        #expect(encode(encoder, Self.sps + Self.pps, 0).isEmpty)
        let packets = encode(encoder, Self.idr, 1) + encode(encoder, Self.idr, 2)
        #expect(packets.map(\.isKey) == [true, true])
        #expect(packets.allSatisfy { $0.parameters?.parameterSets == Self.sps + Self.pps })
    }

    @Test func `a picture parameter set without its sequence parameter set begins nothing`() throws {
        let encoder = try make(.h264)
        #expect(encode(encoder, Self.pps + Self.idr, 0).isEmpty)
        #expect(encode(encoder, Self.sps, 1).isEmpty)
        #expect(encode(encoder, Self.idr, 2).first?.parameters?.parameterSets == Self.sps + Self.pps)
    }

    @Test func `JPEG is passed on as it is when the unit file says so, each a key picture`() throws {
        let encoder = try make(.mjpeg)
        let packets = encode(encoder, [0xFF, 0xD8, 9, 0xFF, 0xD9], 1)
        #expect(packets.map(\.bytes) == [[0xFF, 0xD8, 9, 0xFF, 0xD9]])
        #expect(
            packets.first?.parameters == VideoParameters(coding: .mjpeg, width: 640, height: 480, parameterSets: []))
    }

    @Test func `anything else is coded`() throws {
        for (coding, passesJPEG) in [(VideoCoding.raw(.yuyv), true), (.mjpeg, false)] {
            #expect(throws: EncodingError.unsupported("the encoder was asked")) {
                _ = try make(coding, passesJPEG: passesJPEG)
            }
        }
    }
}
