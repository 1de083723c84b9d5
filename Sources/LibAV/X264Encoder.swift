internal import CFFmpeg
internal import CameraModel

/// H.264 by libx264: no look-ahead, no B-frames, closed groups whose starts the caller decides.
final class X264Encoder: VideoEncoder {
    private let intake: PictureIntake
    private let width: Int
    private let height: Int
    /// `nil` once finished, or given up.
    private var encoder: CodecContext?
    private var lastTime: MonotonicTime?

    init(
        _ format: VideoFormat, _ settings: VideoEncoderSettings, width: Int, height: Int, threads: Int
    ) throws(EncodingError) {
        self.width = width
        self.height = height
        intake = try PictureIntake(format, width: width, height: height, lendsDirectly: true)
        let encoder = try CodecContext(CodecContext.encoder(named: "libx264"))
        let context = encoder.context
        context.pointee.width = Int32(width)
        context.pointee.height = Int32(height)
        context.pointee.pix_fmt = intake.outputFormat
        if intake.isFullRange {
            // JFIF 1.02: full range, the matrix of ITU-R BT.601.
            context.pointee.color_range = AVCOL_RANGE_JPEG
            context.pointee.colorspace = AVCOL_SPC_SMPTE170M
        }
        // Times go through as they are, in nanoseconds; the rate is what libx264 shares out bits by.
        context.pointee.time_base = AVRational(num: 1, den: 1_000_000_000)
        context.pointee.framerate = try Self.rational(format.mode.rate)
        context.pointee.thread_count = Int32(threads)
        context.pointee.thread_type = FF_THREAD_SLICE
        context.pointee.max_b_frames = 0
        context.pointee.flags |= Int32(bitPattern: AV_CODEC_FLAG_CLOSED_GOP)
        // The caller asks for key pictures by time. Should it ever stop, a file stays seekable at this distance.
        let longest = max(10, 2 * settings.keyInterval.seconds) * format.mode.rate.perSecond
        context.pointee.gop_size = Int32(min(max(longest.rounded(), 2), 100_000))
        // Peaks of half as much again, over any second and a half's worth at the mean rate: a budget of disk holds.
        context.pointee.bit_rate = Int64(settings.bitRate)
        context.pointee.rc_max_rate = Int64(settings.bitRate) * 3 / 2
        context.pointee.rc_buffer_size = Int32(settings.bitRate * 3 / 2)
        try encoder.set("preset", to: settings.preset)
        try encoder.set("tune", to: "zerolatency")
        try encoder.set("forced-idr", to: "1")
        // No key pictures at scene cuts: the groups are the caller's.
        try encoder.set("x264-params", to: "scenecut=0")
        try encoder.open()
        self.encoder = encoder
    }

    func encode(
        _ frame: RawSpan, at time: MonotonicTime, requireKey: Bool
    ) throws(EncodingError) -> [EncodedPacket] {
        guard let encoder else { throw .unsupported("a picture after the encoder was finished") }
        if let lastTime, time <= lastTime {
            throw .malformed("a picture \((lastTime - time).nanoseconds) ns before the one that it follows")
        }
        var packets: [EncodedPacket] = []
        try intake.withPicture(frame) { (picture) throws(EncodingError) in
            picture.pointee.pts = time.nanoseconds
            picture.pointee.pict_type = requireKey ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE
            defer {
                // The bytes are about to be the driver's again: an encoder that still reads them has to go.
                if intake.isLentPictureHeld { self.encoder = nil }
            }
            try encoder.encode(picture) { (packet) throws(EncodingError) in packets.append(try coded(packet)) }
        }
        lastTime = time
        return packets
    }

    func finish() throws(EncodingError) -> [EncodedPacket] {
        guard let encoder else { return [] }
        self.encoder = nil
        var packets: [EncodedPacket] = []
        try encoder.encode(nil) { (packet) throws(EncodingError) in packets.append(try coded(packet)) }
        return packets
    }

    private func coded(_ holder: PacketHolder) throws(EncodingError) -> EncodedPacket {
        let packet = holder.packet.pointee
        guard packet.pts != CFFMPEG_NO_TIME, packet.pts == packet.dts else {
            throw .failed(call: "libx264", code: 0, message: "a picture out of order")
        }
        let isKey = packet.flags & AV_PKT_FLAG_KEY != 0
        let bytes = holder.bytes
        var parameters: VideoParameters?
        if isKey {
            parameters = VideoParameters(
                coding: .h264, width: width, height: height, parameterSets: AnnexB.parameterSets(in: bytes))
        }
        return EncodedPacket(
            time: MonotonicTime(nanoseconds: packet.pts), isKey: isKey, bytes: bytes, parameters: parameters)
    }

    private static func rational(_ rate: FrameRate) throws(EncodingError) -> AVRational {
        guard let frames = Int32(exactly: rate.frames), let seconds = Int32(exactly: rate.seconds) else {
            throw .unsupported("coding at \(rate) fps")
        }
        return AVRational(num: frames, den: seconds)
    }
}
