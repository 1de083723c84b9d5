internal import CFFmpeg
internal import CameraModel

/// JPEG by libavcodec, one picture out for one in.
final class MJPEGEncoder: VideoEncoder {
    private let intake: PictureIntake
    private let encoder: CodecContext
    private let parameters: VideoParameters

    init(_ format: VideoFormat, width: Int, height: Int, quality: Int) throws(EncodingError) {
        parameters = VideoParameters(coding: .mjpeg, width: width, height: height, parameterSets: [])
        // This encoder may keep a picture until the next, so it gets none that is lent.
        intake = try PictureIntake(format, width: width, height: height, lendsDirectly: false)
        encoder = try CodecContext(CodecContext.encoder(named: "mjpeg"))
        let context = encoder.context
        context.pointee.width = Int32(width)
        context.pointee.height = Int32(height)
        context.pointee.pix_fmt = AV_PIX_FMT_YUV420P
        context.pointee.color_range = AVCOL_RANGE_JPEG
        context.pointee.time_base = AVRational(num: 1, den: 1_000_000_000)
        context.pointee.thread_count = 1
        context.pointee.flags |= Int32(AV_CODEC_FLAG_QSCALE) | Int32(AV_CODEC_FLAG_BITEXACT)
        context.pointee.global_quality = Int32(quality) * FF_QP2LAMBDA
        try encoder.open()
    }

    func encode(
        _ frame: RawSpan, at time: MonotonicTime, requireKey: Bool
    ) throws(EncodingError) -> [EncodedPacket] {
        var packets: [EncodedPacket] = []
        try intake.withPicture(frame) { (picture) throws(EncodingError) in
            picture.pointee.pts = time.nanoseconds
            picture.pointee.quality = encoder.context.pointee.global_quality
            try encoder.encode(picture) { (packet) throws(EncodingError) in packets.append(coded(packet)) }
        }
        return packets
    }

    func finish() throws(EncodingError) -> [EncodedPacket] {
        var packets: [EncodedPacket] = []
        try encoder.encode(nil) { (packet) throws(EncodingError) in packets.append(coded(packet)) }
        return packets
    }

    private func coded(_ holder: PacketHolder) -> EncodedPacket {
        EncodedPacket(
            time: MonotonicTime(nanoseconds: holder.packet.pointee.pts), isKey: true, bytes: holder.bytes,
            parameters: parameters)
    }
}
