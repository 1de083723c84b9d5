package import CameraModel

/// Chooses between coding pictures and passing them on as the camera coded them.
package struct SelectedEncoding: VideoEncoding {
    private let encoder: any VideoEncoding
    private let passesJPEG: Bool

    /// Makes the choice for one camera.
    ///
    /// - Parameters:
    ///   - encoder: Codes what has to be coded.
    ///   - passesJPEG: Keep a camera's JPEG pictures as they are, rather than code them as H.264.
    package init(encoder: any VideoEncoding, passesJPEG: Bool) {
        self.encoder = encoder
        self.passesJPEG = passesJPEG
    }

    package func makeEncoder(
        for format: VideoFormat, settings: VideoEncoderSettings
    ) throws(EncodingError) -> any VideoEncoder {
        switch format.mode.coding {
        case .h264:
            H264PassThrough(mode: format.mode)
        case .mjpeg where passesJPEG:
            JPEGPassThrough(mode: format.mode)
        case .mjpeg, .raw, .vendor:
            try encoder.makeEncoder(for: format, settings: settings)
        }
    }
}

/// Hands JPEG pictures on untouched.
final class JPEGPassThrough: VideoEncoder {
    private let parameters: VideoParameters

    init(mode: VideoMode) {
        parameters = VideoParameters(coding: .mjpeg, width: mode.width, height: mode.height, parameterSets: [])
    }

    func encode(
        _ frame: RawSpan, at time: MonotonicTime, requireKey: Bool
    ) throws(EncodingError) -> [EncodedPacket] {
        [EncodedPacket(time: time, isKey: true, bytes: Array(frame), parameters: parameters)]
    }

    func finish() throws(EncodingError) -> [EncodedPacket] { [] }
}

extension [UInt8] {
    /// A copy of lent bytes.
    init(_ span: RawSpan) {
        // The buffer is read within the call, while the span is lent.
        self = unsafe span.withUnsafeBytes { unsafe [UInt8]($0) }
    }
}
