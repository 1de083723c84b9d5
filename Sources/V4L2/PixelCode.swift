import CLinux
import CameraModel

/// The kernel's four-character codes (V4L2_PIX_FMT_…) and what they are to us.
enum PixelCode {
    /// The codes that deliver `coding`, best first: one memory plane before several, which cost a copy.
    static func codes(for coding: VideoCoding) -> [FourCC] {
        switch coding {
        case .h264: [code(CLINUX_PIX_FMT_H264)]
        case .mjpeg: [code(CLINUX_PIX_FMT_MJPEG), code(CLINUX_PIX_FMT_JPEG)]
        case .raw(.yuyv): [code(CLINUX_PIX_FMT_YUYV)]
        case .raw(.uyvy): [code(CLINUX_PIX_FMT_UYVY)]
        case .raw(.nv12): [code(CLINUX_PIX_FMT_NV12), code(CLINUX_PIX_FMT_NV12M)]
        case .raw(.yu12): [code(CLINUX_PIX_FMT_YUV420), code(CLINUX_PIX_FMT_YUV420M)]
        case .vendor: []
        }
    }

    /// What `code` delivers; `nil` for a vendor's or any other layout.
    static func coding(of code: FourCC) -> VideoCoding? {
        let known = [VideoCoding.h264, .mjpeg] + PixelFormat.allCases.map { .raw($0) }
        return known.first { codes(for: $0).contains(code) }
    }

    private static func code(_ value: Int) -> FourCC {
        FourCC(rawValue: UInt32(truncatingIfNeeded: value))
    }
}
