internal import CFFmpeg
internal import CameraModel

/// One segment as libavformat's mp4 muxer writes it.
///
/// - `empty_moov`: `moov` comes first and names no samples.
/// - `frag_custom`: a fragment ends when we say so, never by itself.
/// - `default_base_moof`: offsets count from their own `moof`.
/// - `frag_discont` without edit lists: `tfdt` is the sample's own start, for each track, from the first on. Without
///   it, libavformat starts every track at zero and the offset of sound to picture is lost.
/// - `skip_trailer`: nothing comes behind the last fragment; a file ends wherever the power did.
///
/// Nothing of the wall clock or of FFmpeg's version goes into the file: equal input gives equal bytes.
final class FragmentedMP4Muxer: Muxer {
    private let output: ByteSink
    private let context: UnsafeMutablePointer<AVFormatContext>
    private let packet: PacketHolder
    private let tracks: [MuxerTrack]
    /// Where each track's next sample has to start; `nil` before its first.
    private var ends: [Int64?]
    private var hasHeader = false

    init(_ tracks: [MuxerTrack]) throws(EncodingError) {
        guard (1...16).contains(tracks.count) else { throw .unsupported("a file of \(tracks.count) tracks") }
        self.tracks = tracks
        ends = Array(repeating: nil, count: tracks.count)
        output = try ByteSink()
        packet = try PacketHolder()
        var made: UnsafeMutablePointer<AVFormatContext>?
        try check(avformat_alloc_output_context2(&made, nil, "mp4", nil), "avformat_alloc_output_context2")
        context = try present(made, "avformat_alloc_output_context2")
        context.pointee.pb = output.context
        context.pointee.flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT
        context.pointee.flags &= ~AVFMT_FLAG_AUTO_BSF
        // Times are ours to the tick; libavformat is to move none.
        context.pointee.avoid_negative_ts = 0
        for track in tracks {
            let stream = try present(avformat_new_stream(context, nil), "avformat_new_stream")
            try stream.describe(track)
        }
    }

    deinit {
        avformat_free_context(context)
    }

    func header() throws(EncodingError) -> [UInt8] {
        guard !hasHeader else { throw .unsupported("a second header in one file") }
        hasHeader = true
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        let flags = "empty_moov+default_base_moof+frag_custom+frag_discont+skip_trailer"
        try check(av_dict_set(&options, "movflags", flags, 0), "av_dict_set movflags")
        try check(av_dict_set(&options, "use_editlist", "0", 0), "av_dict_set use_editlist")
        try check(avformat_write_header(context, &options), "avformat_write_header")
        for (index, track) in tracks.enumerated() {
            let scale = context.pointee.streams[index]?.pointee.time_base
            guard let scale, scale.num == 1, Int64(scale.den) == track.timeScale else {
                throw .unsupported("a track of \(track.timeScale) ticks a second")
            }
        }
        return try output.take()
    }

    func fragment(_ samples: [MuxerSample]) throws(EncodingError) -> [UInt8] {
        guard hasHeader else { throw .unsupported("a fragment before the header") }
        output.reserve(samples.reduce(4096) { $0 + $1.bytes.count + 16 })
        for sample in samples { try write(sample) }
        // An empty packet ends the fragment (frag_custom).
        try check(av_write_frame(context, nil), "av_write_frame")
        return try output.take()
    }

    private func write(_ sample: MuxerSample) throws(EncodingError) {
        guard tracks.indices.contains(sample.track) else {
            throw .malformed("a sample of track \(sample.track), of \(tracks.count)")
        }
        guard sample.start >= 0, (1...Int64(Int32.max)).contains(sample.duration), !sample.bytes.isEmpty,
            sample.bytes.count <= 1 << 28
        else {
            throw .malformed(
                "a sample at \(sample.start) lasting \(sample.duration) ticks, of \(sample.bytes.count) bytes")
        }
        // libavformat would move a sample that does not follow on, without a word.
        if let end = ends[sample.track], end != sample.start {
            throw .malformed("a sample of track \(sample.track) at \(sample.start) where \(end) is next")
        }
        ends[sample.track] = sample.start + sample.duration
        let packet = packet.packet
        packet.pointee.stream_index = Int32(sample.track)
        packet.pointee.pts = sample.start
        packet.pointee.dts = sample.start
        packet.pointee.duration = sample.duration
        packet.pointee.flags = sample.isKey ? AV_PKT_FLAG_KEY : 0
        let code = sample.bytes.withUnsafeBufferPointer { bytes in
            // Only read, and only during the call: the muxer copies what it keeps.
            packet.pointee.data = UnsafeMutablePointer(mutating: bytes.baseAddress)
            packet.pointee.size = Int32(bytes.count)
            defer { av_packet_unref(packet) }
            return av_write_frame(context, packet)
        }
        try check(code, "av_write_frame")
    }
}
