/// An uncompressed picture layout that every encoder here takes, under V4L2's names.
package enum PixelFormat: String, Hashable, Sendable, CaseIterable, Codable {
    /// Packed 4:2:2, Y0 Cb Y1 Cr. V4L2_PIX_FMT_YUYV.
    case yuyv
    /// Packed 4:2:2, Cb Y0 Cr Y1. V4L2_PIX_FMT_UYVY.
    case uyvy
    /// Planar luma, interleaved CbCr at a quarter. V4L2_PIX_FMT_NV12.
    case nv12
    /// Three planes, 4:2:0. V4L2_PIX_FMT_YUV420.
    case yu12

    /// The bytes of one row of the first plane without padding.
    package func tightBytesPerRow(width: Int) -> Int {
        switch self {
        case .yuyv, .uyvy: width * 2
        case .nv12, .yu12: width
        }
    }

    /// The bytes of a whole picture whose first plane has rows of `bytesPerRow` bytes.
    ///
    /// Chroma rows follow the first plane's: equal for NV12, half for YU12 (V4L2 documentation, "planar formats").
    package func byteCount(bytesPerRow: Int, height: Int) -> Int {
        switch self {
        case .yuyv, .uyvy: bytesPerRow * height
        case .nv12: bytesPerRow * height + bytesPerRow * ((height + 1) / 2)
        case .yu12: bytesPerRow * height + 2 * ((bytesPerRow + 1) / 2) * ((height + 1) / 2)
        }
    }
}
