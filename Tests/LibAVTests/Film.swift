import CameraModel
import LibAV
import Testing

/// Coded picture and sound on one clock, cut into segments as a recorder would.
struct Film {
    var video: [EncodedPacket]
    var audio: [EncodedPacket]
    var tracks: [MuxerTrack]

    /// Pictures thirty a second in groups of five, and sound that begins `audioDelay` frames later.
    init(_ coding: VideoCoding = .h264, pictures: Int = 30, audioDelay: Int64 = 700) throws {
        let raw = Samples.format(.raw(.yu12))
        let encoding: any VideoEncoding = coding == .mjpeg ? MJPEGEncoding() : X264Encoding(threads: 1)
        video = try Samples.coded(pictures, raw, keyEvery: 5, encoding: encoding)
        let sound = AudioFormat(rate: 48_000, channels: 1)
        let encoder = try AACEncoding().makeEncoder(
            for: sound, bitRate: 64_000, anchor: Samples.start + sound.duration(frames: audioDelay + 1024))
        let frames = Sine.frames(0..<pictures * 1600, of: sound, hertz: 500)
        audio = try encoder.encode(frames.span)
        tracks = [
            .video(try #require(video[0].parameters)), .audio(encoder.parameters, name: "microphone"),
        ]
    }

    /// Samples with starts in ticks from `zero`, each lasting up to the next.
    static func samples(
        _ packets: ArraySlice<EncodedPacket>, track: Int, scale: Int64, zero: MonotonicTime, end: MonotonicTime
    ) -> [MuxerSample] {
        func ticks(_ time: MonotonicTime) -> Int64 {
            let nanoseconds = (time - zero).nanoseconds
            return (nanoseconds * scale + 500_000_000) / 1_000_000_000
        }
        let starts = packets.map { ticks($0.time) } + [ticks(end)]
        return packets.enumerated().map { index, packet in
            MuxerSample(
                track: track, start: starts[index], duration: starts[index + 1] - starts[index],
                isKey: packet.isKey, bytes: packet.bytes)
        }
    }

    /// The fragments of a segment of `pictures`, one for each group, with the sound that begins in it.
    func fragments(_ pictures: Range<Int>, sound: Bool = true) -> [[MuxerSample]] {
        let zero = video[pictures.lowerBound].time
        let isLast = pictures.upperBound == video.count
        let end = isLast ? video[video.count - 1].time + .milliseconds(50) : video[pictures.upperBound].time
        let shown = Self.samples(video[pictures], track: 0, scale: 90_000, zero: zero, end: end)
        var blocks: [MuxerSample] = []
        if sound {
            let heard = audio.filter { $0.time >= zero && $0.time < end }
            let first = heard.first.map { Self.ticks($0.time - zero) } ?? 0
            for (index, packet) in heard.enumerated() {
                let start = first + Int64(index) * 1024
                blocks.append(MuxerSample(track: 1, start: start, duration: 1024, isKey: true, bytes: packet.bytes))
            }
        }
        var fragments: [[MuxerSample]] = []
        for index in stride(from: 0, to: shown.count, by: 5) {
            let group = Array(shown[index..<min(index + 5, shown.count)])
            let from = group[0].start * 48_000 / 90_000
            let to = index + 5 < shown.count ? shown[index + 5].start * 48_000 / 90_000 : .max
            let isFirst = index == 0
            fragments.append(group + blocks.filter { (isFirst || $0.start >= from) && $0.start < to })
        }
        return fragments
    }

    private static func ticks(_ duration: Duration) -> Int64 {
        (duration.nanoseconds * 48_000 + 500_000_000) / 1_000_000_000
    }

    /// One segment's bytes.
    static func file(_ tracks: [MuxerTrack], _ fragments: [[MuxerSample]]) throws -> [UInt8] {
        let muxer = try FragmentedMP4Muxing().makeMuxer(tracks: tracks)
        return try fragments.reduce(muxer.header()) { try $0 + muxer.fragment($1) }
    }
}
