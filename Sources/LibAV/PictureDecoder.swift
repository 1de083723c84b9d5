internal import CFFmpeg
internal import CameraModel

/// Decodes JPEG pictures from a camera, strictly: a picture with damage in it is refused, not shown in part.
///
/// It belongs to one thread.
final class PictureDecoder {
    private let decoder: CodecContext
    private let coded: PacketHolder
    private let picture: Picture

    /// A decoder for pictures of about this size.
    ///
    /// - Parameters:
    ///   - width: What the camera granted, in pixels; a picture that claims four times the area is refused.
    ///   - height: In pixels.
    /// - Throws: ``EncodingError``.
    init(width: Int, height: Int) throws(EncodingError) {
        guard let codec = avcodec_find_decoder(AV_CODEC_ID_MJPEG) else {
            throw .unsupported("the installed FFmpeg has no decoder mjpeg")
        }
        decoder = try CodecContext(codec)
        coded = try PacketHolder()
        picture = try Picture()
        let context = decoder.context
        context.pointee.thread_count = 1
        context.pointee.max_pixels = 4 * Int64(width) * Int64(height)
        context.pointee.err_recognition = AV_EF_EXPLODE | AV_EF_BITSTREAM | AV_EF_BUFFER
        try decoder.open()
    }

    /// Decodes one picture and lends it to `body`.
    ///
    /// - Throws: ``EncodingError/malformed(_:)`` for a picture that is damaged or not whole; the next may be well.
    func decode(
        _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeMutablePointer<AVFrame>) throws(EncodingError) -> Void
    ) throws(EncodingError) {
        try Self.requireWhole(bytes)
        let context = decoder.context
        // FFmpeg's bit readers look past the end, so the lent bytes cannot be given as they are.
        try check(av_new_packet(coded.packet, Int32(bytes.count)), "av_new_packet")
        UnsafeMutableRawBufferPointer(start: coded.packet.pointee.data, count: bytes.count).copyMemory(from: bytes)
        defer {
            av_packet_unref(coded.packet)
            picture.clear()
        }
        var code = avcodec_send_packet(context, coded.packet)
        if code >= 0 { code = avcodec_receive_frame(context, picture.frame) }
        guard code >= 0 else {
            avcodec_flush_buffers(context)
            if code == CFFMPEG_NO_MEMORY { throw failure(code, "avcodec_receive_frame") }
            throw .malformed("a damaged JPEG of \(bytes.count) bytes")
        }
        guard picture.frame.pointee.flags & AV_FRAME_FLAG_CORRUPT == 0,
            picture.frame.pointee.decode_error_flags == 0
        else {
            throw .malformed("a JPEG of \(bytes.count) bytes with damage in it")
        }
        try body(picture.frame)
    }

    /// Cameras may fill up behind the end of the picture; what is cut off before it lacks EOI (T.81, B.1.1.3).
    private static func requireWhole(_ bytes: UnsafeRawBufferPointer) throws(EncodingError) {
        guard bytes.count >= 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else {
            throw .malformed("\(bytes.count) bytes that are no JPEG")
        }
        guard bytes.count <= 1 << 28 else { throw .malformed("a JPEG of \(bytes.count) bytes") }
        var last = bytes.count - 1
        while last > 2 {
            if bytes[last] == 0xD9, bytes[last - 1] == 0xFF { return }
            last -= 1
        }
        throw .malformed("a JPEG of \(bytes.count) bytes that is cut off")
    }
}
