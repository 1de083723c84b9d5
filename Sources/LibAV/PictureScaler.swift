internal import CFFmpeg
internal import CameraModel

/// Owns one SwsContext: converts pictures of one size and layout into another.
final class PictureScaler {
    /// How the pictures that come in are laid out.
    struct Source: Hashable {
        var format: Int32
        var width: Int32
        var height: Int32
        /// Luma from 0 to 255 rather than 16 to 235.
        var isFullRange: Bool
    }

    let source: Source
    private let context: OpaquePointer

    /// Into planar 4:2:0 of `width` by `height`.
    ///
    /// - Throws: ``EncodingError`` when libswscale cannot do it.
    init(_ source: Source, width: Int, height: Int, isFullRange: Bool) throws(EncodingError) {
        self.source = source
        context = try present(sws_alloc_context(), "sws_alloc_context")
        let isScaled = source.width != Int32(width) || source.height != Int32(height)
        // Without scaling only chroma is halved: libswscale has its own loops for that, which ask for no good filter.
        let flags = isScaled ? SWS_BICUBIC : SWS_FAST_BILINEAR
        let options: [(String, Int64)] = [
            ("srcw", Int64(source.width)), ("srch", Int64(source.height)), ("src_format", Int64(source.format)),
            ("src_range", source.isFullRange ? 1 : 0), ("dstw", Int64(width)), ("dsth", Int64(height)),
            ("dst_format", Int64(AV_PIX_FMT_YUV420P.rawValue)), ("dst_range", isFullRange ? 1 : 0),
            ("sws_flags", Int64(flags)),
        ]
        for (name, value) in options {
            try check(av_opt_set_int(UnsafeMutableRawPointer(context), name, value, 0), "av_opt_set_int \(name)")
        }
        try check(sws_init_context(context, nil, nil), "sws_init_context")
    }

    deinit {
        sws_freeContext(context)
    }

    /// Converts one whole picture.
    ///
    /// - Throws: ``EncodingError``.
    func convert(
        _ frame: UnsafeMutablePointer<AVFrame>, into result: UnsafeMutablePointer<AVFrame>
    ) throws(EncodingError) {
        try check(sws_scale_frame(context, result, frame), "sws_scale_frame")
    }
}
