/// What a camera delivers: pictures already coded, pictures as pixels, or a vendor's own layout.
package enum VideoCoding: Hashable, Sendable, CustomStringConvertible {
    /// An H.264 byte stream with start codes (Rec. ITU-T H.264, Annex B). V4L2_PIX_FMT_H264.
    case h264
    /// One JPEG picture a frame. V4L2_PIX_FMT_MJPEG, V4L2_PIX_FMT_JPEG.
    case mjpeg
    case raw(PixelFormat)
    /// A layout that only libv4lconvert understands; the driver hands it on as YU12.
    case vendor(FourCC)

    /// As a unit file writes it: `h264`, `mjpeg`, `yuyv`, … or `vendor:BA81`.
    package init?(_ text: String) {
        switch text {
        case "h264": self = .h264
        case "mjpeg": self = .mjpeg
        default:
            if let pixels = PixelFormat(rawValue: text) {
                self = .raw(pixels)
            } else if text.hasPrefix("vendor:"), let code = FourCC(String(text.dropFirst(7))) {
                self = .vendor(code)
            } else {
                return nil
            }
        }
    }

    package var description: String {
        switch self {
        case .h264: "h264"
        case .mjpeg: "mjpeg"
        case .raw(let pixels): pixels.rawValue
        case .vendor(let code): "vendor:\(code)"
        }
    }
}
