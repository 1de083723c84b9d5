internal import CFFmpeg
internal import CameraModel

/// Owns one AVCodecContext, opened or not.
final class CodecContext {
    /// Valid as long as the context lives.
    let context: UnsafeMutablePointer<AVCodecContext>
    private let packet: PacketHolder

    /// A context for `codec` with its defaults, to be set up through ``context`` and then opened.
    ///
    /// - Throws: ``EncodingError``.
    init(_ codec: UnsafePointer<AVCodec>) throws(EncodingError) {
        packet = try PacketHolder()
        context = try present(avcodec_alloc_context3(codec), "avcodec_alloc_context3")
    }

    deinit {
        var context: UnsafeMutablePointer<AVCodecContext>? = context
        avcodec_free_context(&context)
    }

    /// The encoder of that name.
    ///
    /// - Throws: ``EncodingError/unsupported(_:)`` when this FFmpeg was built without it.
    static func encoder(named name: String) throws(EncodingError) -> UnsafePointer<AVCodec> {
        guard let codec = avcodec_find_encoder_by_name(name) else {
            throw .unsupported("the installed FFmpeg has no encoder \(name)")
        }
        return codec
    }

    /// Sets one of the codec's own options by name.
    ///
    /// - Throws: ``EncodingError`` when the codec has no such option or value.
    func set(_ option: String, to value: String) throws(EncodingError) {
        try check(av_opt_set(context.pointee.priv_data, option, value, 0), "av_opt_set \(option)=\(value)")
    }

    /// - Throws: ``EncodingError``.
    func open() throws(EncodingError) {
        try check(avcodec_open2(context, nil, nil), "avcodec_open2")
    }

    /// Gives the encoder one frame, or the end, and lends every packet that is ready to `body`.
    ///
    /// - Throws: ``EncodingError``.
    func encode(
        _ frame: UnsafeMutablePointer<AVFrame>?, _ body: (PacketHolder) throws(EncodingError) -> Void
    ) throws(EncodingError) {
        try check(avcodec_send_frame(context, frame), "avcodec_send_frame")
        while true {
            let code = avcodec_receive_packet(context, packet.packet)
            if code == CFFMPEG_AGAIN || code == CFFMPEG_END { return }
            try check(code, "avcodec_receive_packet")
            defer { av_packet_unref(packet.packet) }
            try body(packet)
        }
    }
}
