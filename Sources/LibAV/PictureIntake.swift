internal import CFFmpeg
internal import CameraModel

/// Turns frames as captured into the pictures that an encoder takes, with as little copying as there can be.
///
/// Raw pictures of the coded size in a layout that the encoder knows are lent to it where they lie. JPEG is decoded,
/// and its luma is never copied when the size stays. JPEG keeps its full range (luma 0 to 255, JFIF 1.02): nothing is
/// lost to a conversion, and the coded stream says so.
///
/// It belongs to one thread.
final class PictureIntake {
    /// Coded size in pixels.
    let width: Int
    /// In pixels.
    let height: Int
    /// What comes out.
    let outputFormat: AVPixelFormat
    /// Whether luma goes from 0 to 255.
    let isFullRange: Bool

    private let format: VideoFormat
    private let pixels: PixelFormat?
    private let decoder: PictureDecoder?
    private let lendsDirectly: Bool
    private let lent: Picture
    private let converted: Picture
    private var scaler: PictureScaler?

    /// - Parameters:
    ///   - format: What the camera granted.
    ///   - width: Coded width in pixels; even.
    ///   - height: Coded height in pixels; even.
    ///   - lendsDirectly: The encoder is done with a picture when it returns, and takes NV12.
    /// - Throws: ``EncodingError/unsupported(_:)`` for pictures that cannot be taken in.
    init(_ format: VideoFormat, width: Int, height: Int, lendsDirectly: Bool) throws(EncodingError) {
        let mode = format.mode
        guard (2...16_384).contains(mode.width), (2...16_384).contains(mode.height) else {
            throw .unsupported("\(mode): a picture is 2 to 16384 pixels wide and high")
        }
        self.format = format
        self.width = width
        self.height = height
        self.lendsDirectly = lendsDirectly
        lent = try Picture()
        converted = try Picture()
        let isScaled = width != mode.width || height != mode.height
        switch mode.coding {
        case .mjpeg:
            pixels = nil
            decoder = try PictureDecoder(width: mode.width, height: mode.height)
            isFullRange = true
            outputFormat = AV_PIX_FMT_YUV420P
        case .raw(let pixels):
            let tight = pixels.tightBytesPerRow(width: mode.width)
            guard (tight...1 << 20).contains(format.bytesPerRow) else {
                throw .unsupported("\(mode) in rows of \(format.bytesPerRow) bytes; a row has at least \(tight)")
            }
            self.pixels = pixels
            decoder = nil
            isFullRange = false
            outputFormat = pixels == .nv12 && !isScaled && lendsDirectly ? AV_PIX_FMT_NV12 : AV_PIX_FMT_YUV420P
        case .h264, .vendor:
            throw .unsupported("\(mode): only raw pictures and JPEG can be coded again")
        }
    }

    /// Whether a lent picture is still held by somebody after it should have been let go.
    var isLentPictureHeld: Bool { lent.isShared }

    /// Lends the picture to `body`, which may set its properties but not its bytes.
    ///
    /// - Throws: ``EncodingError/malformed(_:)`` for a frame that is damaged; the next may be well.
    func withPicture(
        _ frame: RawSpan, _ body: (UnsafeMutablePointer<AVFrame>) throws(EncodingError) -> Void
    ) throws(EncodingError) {
        try frame.withUnsafeBytes { (bytes) throws(EncodingError) in
            if let pixels {
                try withRaw(bytes, pixels, body)
            } else if let decoder {
                try decoder.decode(bytes) { (decoded) throws(EncodingError) in try withDecoded(decoded, body) }
            }
        }
    }

    private func withRaw(
        _ bytes: UnsafeRawBufferPointer, _ pixels: PixelFormat,
        _ body: (UnsafeMutablePointer<AVFrame>) throws(EncodingError) -> Void
    ) throws(EncodingError) {
        let mode = format.mode
        let whole = pixels.byteCount(bytesPerRow: format.bytesPerRow, height: mode.height)
        guard bytes.count >= whole else {
            throw .malformed("a frame of \(bytes.count) bytes where \(mode) has \(whole)")
        }
        try lent.borrow(
            bytes, as: pixels, bytesPerRow: format.bytesPerRow, width: mode.width, height: mode.height)
        // After this the bytes are the driver's again. What is still held then is for the encoder to let go.
        defer { if !lent.isShared { lent.clear() } }
        let fits = lent.frame.pointee.format == outputFormat.rawValue && mode.width == width && mode.height == height
        if fits, lendsDirectly {
            try body(lent.frame)
        } else {
            try convert(lent.frame, isFullRange: false)
            try body(converted.frame)
        }
    }

    private func withDecoded(
        _ decoded: UnsafeMutablePointer<AVFrame>,
        _ body: (UnsafeMutablePointer<AVFrame>) throws(EncodingError) -> Void
    ) throws(EncodingError) {
        let isSameSize = decoded.pointee.width == Int32(width) && decoded.pointee.height == Int32(height)
        let isFull = decoded.pointee.color_range != AVCOL_RANGE_MPEG
        switch AVPixelFormat(decoded.pointee.format).withoutRange {
        case AV_PIX_FMT_YUV420P where isSameSize && isFull:
            // The decoder's own frame, but for what it says of itself: the encoder was opened for the plain name.
            decoded.pointee.format = AV_PIX_FMT_YUV420P.rawValue
            try body(decoded)
        case AV_PIX_FMT_YUV422P where isSameSize && isFull:
            try converted.takeHalvingChroma(of: decoded)
            try body(converted.frame)
        default:
            try convert(decoded, isFullRange: isFull)
            try body(converted.frame)
        }
    }

    private func convert(_ frame: UnsafeMutablePointer<AVFrame>, isFullRange isFull: Bool) throws(EncodingError) {
        let plain = AVPixelFormat(frame.pointee.format).withoutRange
        frame.pointee.format = plain.rawValue
        let source = PictureScaler.Source(
            format: plain.rawValue, width: frame.pointee.width, height: frame.pointee.height, isFullRange: isFull)
        if scaler?.source != source {
            scaler = try PictureScaler(source, width: width, height: height, isFullRange: isFullRange)
        }
        try converted.reserve(AV_PIX_FMT_YUV420P, width: width, height: height)
        try scaler?.convert(frame, into: converted.frame)
    }
}
