package import CameraModel

/// Decodes H.264 and JPEG with libavcodec, for analyses and the self-test.
package struct StreamLumaDecoding: LumaDecoding {
    package init() {}

    /// Makes a decoder for a stream that begins with its next picture.
    ///
    /// - Returns: The decoder.
    /// - Throws: ``EncodingError/unsupported(_:)`` for other codings, or when this FFmpeg lacks the decoder.
    package func makeDecoder(
        for coding: VideoCoding, width: Int, height: Int
    ) throws(EncodingError) -> any LumaDecoder {
        try StreamLumaDecoder(coding, width: width, height: height)
    }
}
