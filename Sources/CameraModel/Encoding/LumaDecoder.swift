/// Decodes coded pictures to their brightness, for analyses and checks; never in a recording's way.
///
/// It belongs to one thread.
package protocol LumaDecoder: AnyObject {
    /// Decodes the next picture of the stream.
    ///
    /// - Parameter picture: One whole picture: H.264 with start codes, the first with its parameter sets, or a JPEG.
    /// - Returns: Its brightness, of every pixel; `nil` while the decoder needs more.
    /// - Throws: ``EncodingError/malformed(_:)`` for a picture that is damaged.
    func decode(_ picture: RawSpan) throws(EncodingError) -> LumaPlane?
}

/// Makes a decoder for what a camera or an encoder coded.
///
/// Safe from any thread.
package protocol LumaDecoding: Sendable {
    /// Makes a decoder for a stream that begins with its next picture.
    ///
    /// - Parameters:
    ///   - coding: `.h264` or `.mjpeg`.
    ///   - width: In pixels; a picture that claims four times the area is refused.
    ///   - height: In pixels.
    /// - Returns: The decoder.
    /// - Throws: ``EncodingError/unsupported(_:)`` for other codings.
    func makeDecoder(
        for coding: VideoCoding, width: Int, height: Int
    ) throws(EncodingError) -> any LumaDecoder
}
