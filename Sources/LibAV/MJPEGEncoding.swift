package import CameraModel

/// Codes raw pictures as JPEG: what makes a simulated camera's MJPEG.
///
/// Its samples are taken as full range, as JFIF 1.02 has them; nothing is converted.
package struct MJPEGEncoding: VideoEncoding {
    /// libavcodec's scale: 2 is best, 31 is worst.
    package var quality: Int

    package init(quality: Int = 4) {
        self.quality = quality
    }

    /// Makes an encoder for raw pictures of even size; of `settings` it minds the coded size alone.
    ///
    /// - Throws: ``EncodingError/unsupported(_:)`` for pictures that are coded already, or an odd size.
    package func makeEncoder(
        for format: VideoFormat, settings: VideoEncoderSettings
    ) throws(EncodingError) -> any VideoEncoder {
        guard case .raw = format.mode.coding else { throw .unsupported("\(format.mode): JPEG is made of raw pictures") }
        guard (2...31).contains(quality) else { throw .unsupported("JPEG quality \(quality); it is 2 to 31") }
        let width = settings.width ?? format.mode.width
        let height = settings.height ?? format.mode.height
        guard (16...8192).contains(width), (16...8192).contains(height),
            width.isMultiple(of: 2), height.isMultiple(of: 2)
        else {
            throw .unsupported("coding \(width)x\(height); each side is even, from 16 to 8192 pixels")
        }
        return try MJPEGEncoder(format, width: width, height: height, quality: quality)
    }
}
