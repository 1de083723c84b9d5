import CameraModel
import LibAV
import Recording
import SelfTest
import Simulation
import Testing

@Suite struct EncoderProbeTests {
    private let limits = SelfTestLimits()

    /// How the unit's encoder can be broken.
    private enum Defect: Hashable, CaseIterable {
        case refuses, losesPictures, otherPicture, noKey
    }

    private struct BrokenEncoding: VideoEncoding {
        let defect: Defect

        func makeEncoder(
            for format: VideoFormat, settings: VideoEncoderSettings
        ) throws(EncodingError) -> any VideoEncoder {
            if defect == .refuses { throw .failed(call: "avcodec_open2", code: -12, message: "no memory") }
            return BrokenEncoder(
                try X264Encoding(threads: 1).makeEncoder(for: format, settings: settings), defect: defect)
        }
    }

    private final class BrokenEncoder: VideoEncoder {
        private let encoder: any VideoEncoder
        private let defect: Defect
        private var count = 0

        init(_ encoder: any VideoEncoder, defect: Defect) {
            self.encoder = encoder
            self.defect = defect
        }

        func encode(
            _ frame: RawSpan, at time: MonotonicTime, requireKey: Bool
        ) throws(EncodingError) -> [EncodedPacket] {
            count += 1
            let grey = [UInt8](repeating: 90, count: frame.byteCount)
            var packets =
                defect == .otherPicture
                ? try encoder.encode(grey.span.bytes, at: time, requireKey: requireKey)
                : try encoder.encode(frame, at: time, requireKey: requireKey)
            if defect == .losesPictures, count > 10 { return [] }
            if defect == .noKey { for index in packets.indices { packets[index].parameters = nil } }
            return packets
        }

        func finish() throws(EncodingError) -> [EncodedPacket] { try encoder.finish() }
    }

    /// Loses the last bytes of every fragment.
    private struct CuttingMuxing: Muxing {
        private final class CuttingMuxer: Muxer {
            let muxer: any Muxer

            init(_ muxer: any Muxer) {
                self.muxer = muxer
            }

            func header() throws(EncodingError) -> [UInt8] { try muxer.header() }
            func fragment(_ samples: [MuxerSample]) throws(EncodingError) -> [UInt8] {
                Array(try muxer.fragment(samples).dropLast(8))
            }
        }

        func makeMuxer(tracks: [MuxerTrack]) throws(EncodingError) -> any Muxer {
            CuttingMuxer(try FragmentedMP4Muxing().makeMuxer(tracks: tracks))
        }
    }

    private func probe(
        _ encoding: any VideoEncoding = SelectedEncoding(encoder: X264Encoding(threads: 1), passesJPEG: false),
        muxing: any Muxing = FragmentedMP4Muxing(), coding: VideoCoding = .raw(.yuyv),
        isRecording: @escaping @Sendable () -> Bool = { false }
    ) -> (EncoderMeasure, VirtualClock) {
        let clock = VirtualClock(utc: UTCTime(nanosecondsSince1970: 0))
        var mode = TestUnit.mode
        mode.coding = coding
        let measure = EncoderProbe(
            name: "front", mode: mode, encoding: encoding, settings: TestUnit.settings, muxing: muxing,
            decoding: StreamLumaDecoding(), clock: clock, isRecording: isRecording
        ).measure()
        return (measure, clock)
    }

    @Test(arguments: [VideoCoding.raw(.yuyv), .raw(.uyvy), .raw(.nv12), .raw(.yu12), .mjpeg])
    func `D.1.b: ST-11 codes a second of pictures, finds each in the container, and decodes each`(
        coding: VideoCoding
    ) throws {
        let (measure, clock) = probe(coding: coding)
        guard case .coded(let coded) = measure else {
            Issue.record("\(measure)")
            return
        }
        #expect((coded.pictures, coded.parsed, coded.decoded) == (15, 15, 15))
        #expect(coded.error < 8, "\(coded.error)")
        #expect(word(limits.judgeEncoder(measure)) == "pass")
        // Paced, so that the live encoder beside it keeps its share.
        #expect(clock.now - clock.start >= .milliseconds(930))
    }

    @Test(arguments: ["refuses", "losesPictures", "otherPicture", "noKey"])
    func `D.1.b(1): ST-11 fails with M40 for an encoder that does not do its work`(name: String) throws {
        let defect = try #require(Defect.allCases.first { "\($0)" == name })
        #expect(word(limits.judgeEncoder(probe(BrokenEncoding(defect: defect)).0)) == "M40")
    }

    @Test func `D.1.b(1): ST-11 fails with M40 for a container that cannot be parsed again`() {
        #expect(word(limits.judgeEncoder(probe(muxing: CuttingMuxing()).0)) == "M40")
    }

    @Test func `D.1.b: ST-11 gives way to a recording`() {
        #expect(probe(isRecording: { true }).0 == .yielded)
    }
}
