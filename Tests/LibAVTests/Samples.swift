import CameraModel
import LibAV

/// Pictures and sound made by rule, for the tests.
enum Samples {
    static let start = MonotonicTime(nanoseconds: 1_234_567_890_123)

    static func format(
        _ coding: VideoCoding, _ width: Int = 64, _ height: Int = 48, fps: UInt32 = 30, bytesPerRow: Int? = nil
    ) -> VideoFormat {
        var row = 0
        if case .raw(let pixels) = coding { row = bytesPerRow ?? pixels.tightBytesPerRow(width: width) }
        guard let rate = FrameRate(frames: fps, seconds: 1) else { preconditionFailure("a rate of zero") }
        return VideoFormat(
            mode: VideoMode(coding: coding, width: width, height: height, rate: rate), bytesPerRow: row)
    }

    static func settings(
        _ preset: String = "ultrafast", bitRate: Int = 500_000, width: Int? = nil, height: Int? = nil
    ) -> VideoEncoderSettings {
        VideoEncoderSettings(
            preset: preset, bitRate: bitRate, width: width, height: height, keyInterval: .seconds(1))
    }

    /// The time of frame `index`, uneven as cameras are, to the nanosecond.
    static func time(_ index: Int, fps: Int = 30) -> MonotonicTime {
        MonotonicTime(
            nanoseconds: start.nanoseconds + Int64(index) * 1_000_000_000 / Int64(fps) + Int64(index * 7919 % 1000))
    }

    /// A picture of `format` whose luma moves with `index`; chroma is different left and right.
    static func picture(_ format: VideoFormat, _ index: Int) -> [UInt8] {
        guard case .raw(let pixels) = format.mode.coding else { return [] }
        let (width, height, row) = (format.mode.width, format.mode.height, format.bytesPerRow)
        var bytes = [UInt8](repeating: 0, count: pixels.byteCount(bytesPerRow: row, height: height))
        for y in 0..<height {
            for x in 0..<width {
                let value = luma(x, y, index)
                switch pixels {
                case .yuyv: bytes[y * row + 2 * x] = value
                case .uyvy: bytes[y * row + 2 * x + 1] = value
                case .nv12, .yu12: bytes[y * row + x] = value
                }
            }
            for x in 0..<width / 2 {
                let (blue, red) = chroma(x, of: width / 2)
                switch pixels {
                case .yuyv: (bytes[y * row + 4 * x + 1], bytes[y * row + 4 * x + 3]) = (blue, red)
                case .uyvy: (bytes[y * row + 4 * x], bytes[y * row + 4 * x + 2]) = (blue, red)
                case .nv12 where y % 2 == 0:
                    let at = height * row + y / 2 * row + 2 * x
                    (bytes[at], bytes[at + 1]) = (blue, red)
                case .yu12 where y % 2 == 0:
                    let half = (row + 1) / 2
                    bytes[height * row + y / 2 * half + x] = blue
                    bytes[height * row + half * ((height + 1) / 2) + y / 2 * half + x] = red
                default: break
                }
            }
        }
        return bytes
    }

    static func luma(_ x: Int, _ y: Int, _ index: Int) -> UInt8 {
        UInt8(40 + (2 * x + y + 3 * index) % 160)
    }

    static func chroma(_ x: Int, of width: Int) -> (blue: UInt8, red: UInt8) {
        x < width / 2 ? (100, 160) : (150, 90)
    }

    /// `count` pictures coded, with a key picture every `keyEvery`.
    static func coded(
        _ count: Int, _ format: VideoFormat = format(.raw(.yu12)), keyEvery: Int = 10, fps: Int = 30,
        settings: VideoEncoderSettings = settings(), encoding: any VideoEncoding = X264Encoding(threads: 1)
    ) throws -> [EncodedPacket] {
        _ = Log.lines
        let encoder = try encoding.makeEncoder(for: format, settings: settings)
        var packets: [EncodedPacket] = []
        for index in 0..<count {
            let bytes = picture(format, index)
            packets += try encoder.encode(
                bytes.span.bytes, at: time(index, fps: fps), requireKey: index % keyEvery == 0)
        }
        return try packets + encoder.finish()
    }

    /// JPEGs of the pictures of `format`, as a camera would send them.
    static func jpegs(_ count: Int, _ width: Int = 64, _ height: Int = 48) throws -> [[UInt8]] {
        try coded(count, format(.raw(.yu12), width, height), encoding: MJPEGEncoding(quality: 2)).map(\.bytes)
    }
}
