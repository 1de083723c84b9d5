internal import CFFmpeg
package import CameraModel

/// Codes raw pictures and JPEG as H.264 with libx264, one picture out for one in.
package struct X264Encoding: VideoEncoding {
    /// Slices coded at once, each on a thread of its own; `nil` chooses by size and rate.
    package var threads: Int?

    package init(threads: Int? = nil) {
        self.threads = threads
    }

    /// Makes an encoder for raw pictures or JPEG, of the coded size in `settings` or else the camera's.
    ///
    /// - Throws: ``EncodingError/unsupported(_:)`` for camera H.264, an odd size, an unknown preset or a bit rate out
    ///   of range; ``EncodingError/failed(call:code:message:)`` when libx264 refuses.
    package func makeEncoder(
        for format: VideoFormat, settings: VideoEncoderSettings
    ) throws(EncodingError) -> any VideoEncoder {
        guard Self.presets.contains(settings.preset) else {
            throw .unsupported("x264 preset \(settings.preset); it has \(Self.presets.joined(separator: ", "))")
        }
        guard (10_000...200_000_000).contains(settings.bitRate) else {
            throw .unsupported("\(settings.bitRate) bit/s; from 10000 to 200000000 can be coded")
        }
        let (width, height) = try Self.codedSize(of: format.mode, settings)
        let automatic = Self.threads(width: width, height: height, rate: format.mode.rate)
        return try X264Encoder(
            format, settings, width: width, height: height, threads: max(1, min(threads ?? automatic, 16)))
    }

    /// libx264's (x264 --fullhelp), but for `placebo`.
    package static let presets = [
        "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow",
    ]

    /// One side alone keeps the camera's proportions.
    private static func codedSize(
        of mode: VideoMode, _ settings: VideoEncoderSettings
    ) throws(EncodingError) -> (width: Int, height: Int) {
        let size: (width: Int, height: Int)
        switch (settings.width, settings.height) {
        case (nil, nil): size = (mode.width, mode.height)
        case (let width?, let height?): size = (width, height)
        case (let width?, nil): size = (width, even(width, mode.height, over: mode.width))
        case (nil, let height?): size = (even(height, mode.width, over: mode.height), height)
        }
        guard (16...8192).contains(size.width), (16...8192).contains(size.height),
            size.width.isMultiple(of: 2), size.height.isMultiple(of: 2)
        else {
            throw .unsupported("coding \(size.width)x\(size.height); each side is even, from 16 to 8192 pixels")
        }
        return size
    }

    private static func even(_ side: Int, _ factor: Int, over divisor: Int) -> Int {
        let (product, overflow) = side.multipliedReportingOverflow(by: factor)
        guard !overflow, divisor > 0 else { return 0 }
        return (product / divisor + 1) & ~1
    }

    /// Slices cost some quality and time each, so there is one for every 720p30's worth of pixels, to four.
    private static func threads(width: Int, height: Int, rate: FrameRate) -> Int {
        let pixelsPerSecond = Double(width * height) * rate.perSecond
        let wanted = Int((min(pixelsPerSecond, 1e9) / 28e6).rounded(.up))
        return max(1, min(wanted, 4, Int(av_cpu_count())))
    }
}
