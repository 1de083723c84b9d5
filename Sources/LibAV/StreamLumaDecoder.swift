internal import CFFmpeg
internal import CameraModel

/// One stream of coded pictures, decoded to brightness, strictly: a picture with damage in it is refused.
///
/// It belongs to one thread, and uses no other.
final class StreamLumaDecoder: LumaDecoder {
    private let decoder: CodecContext
    private let coded: PacketHolder
    private let picture: Picture

    init(_ coding: VideoCoding, width: Int, height: Int) throws(EncodingError) {
        let identifier: AVCodecID
        switch coding {
        case .h264: identifier = AV_CODEC_ID_H264
        case .mjpeg: identifier = AV_CODEC_ID_MJPEG
        case .raw, .vendor: throw .unsupported("decoding \(coding)")
        }
        guard (1...16_384).contains(width), (1...16_384).contains(height) else {
            throw .unsupported("decoding pictures of \(width)x\(height)")
        }
        guard let codec = avcodec_find_decoder(identifier) else {
            throw .unsupported("the installed FFmpeg has no decoder for \(coding)")
        }
        decoder = try CodecContext(codec)
        coded = try PacketHolder()
        picture = try Picture()
        let context = decoder.context
        context.pointee.thread_count = 1
        context.pointee.max_pixels = 4 * Int64(width) * Int64(height)
        context.pointee.err_recognition = AV_EF_EXPLODE | AV_EF_BITSTREAM | AV_EF_BUFFER
        // Nothing coded here has pictures out of order, so each comes out as soon as it went in.
        context.pointee.flags |= AV_CODEC_FLAG_LOW_DELAY
        try decoder.open()
    }

    func decode(_ bytes: RawSpan) throws(EncodingError) -> LumaPlane? {
        guard (1...1 << 28).contains(bytes.byteCount) else {
            throw .malformed("a picture of \(bytes.byteCount) bytes")
        }
        // FFmpeg's bit readers look past the end, so the lent bytes cannot be given as they are.
        try check(av_new_packet(coded.packet, Int32(bytes.byteCount)), "av_new_packet")
        bytes.withUnsafeBytes {
            UnsafeMutableRawBufferPointer(start: coded.packet.pointee.data, count: $0.count).copyMemory(from: $0)
        }
        defer {
            av_packet_unref(coded.packet)
            picture.clear()
        }
        var code = avcodec_send_packet(decoder.context, coded.packet)
        if code >= 0 { code = avcodec_receive_frame(decoder.context, picture.frame) }
        if code == CFFMPEG_AGAIN { return nil }
        guard code >= 0 else {
            avcodec_flush_buffers(decoder.context)
            if code == CFFMPEG_NO_MEMORY { throw failure(code, "avcodec_receive_frame") }
            throw .malformed("a damaged picture of \(bytes.byteCount) bytes")
        }
        guard picture.frame.pointee.flags & AV_FRAME_FLAG_CORRUPT == 0, picture.frame.pointee.decode_error_flags == 0
        else { throw .malformed("a picture of \(bytes.byteCount) bytes with damage in it") }
        return try luma()
    }

    /// The first plane, row by row.
    private func luma() throws(EncodingError) -> LumaPlane {
        let frame = picture.frame.pointee
        switch AVPixelFormat(frame.format).withoutRange {
        case AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUV444P, AV_PIX_FMT_YUV440P, AV_PIX_FMT_GRAY8: break
        default: throw .unsupported("decoded pictures of format \(frame.format)")
        }
        let (width, height, row) = (Int(frame.width), Int(frame.height), Int(frame.linesize.0))
        let data = try present(frame.data.0, "a decoded picture's first plane")
        guard width > 0, height > 0, row >= width else { throw .malformed("a decoded picture of \(width)x\(height)") }
        var samples: [UInt8] = []
        samples.reserveCapacity(width * height)
        for y in 0..<height { samples.append(contentsOf: UnsafeBufferPointer(start: data + y * row, count: width)) }
        guard let plane = LumaPlane(width: width, height: height, samples: samples) else {
            throw .malformed("a decoded picture of \(width)x\(height)")
        }
        return plane
    }
}
