package import CameraModel

/// Pictures that an encoder is tested with: a slope of brightness that moves, in any uncompressed layout.
package struct SyntheticPicture: Sendable {
    private let pixels: PixelFormat
    private let width: Int
    private let height: Int

    package init(pixels: PixelFormat, width: Int, height: Int) {
        self.pixels = pixels
        self.width = width
        self.height = height
    }

    /// The brightness of a pixel: a slope from left to right that moves to the left by four pixels a picture.
    package func luma(x: Int, y: Int, number: Int) -> UInt8 {
        let position = (x + y + number * 4) % 512
        return UInt8(32 + (position < 256 ? position : 511 - position) * 3 / 4)
    }

    /// The whole picture, without padding, in no colour.
    package func bytes(number: Int) -> [UInt8] {
        let row = pixels.tightBytesPerRow(width: width)
        var bytes = [UInt8](repeating: 128, count: pixels.byteCount(bytesPerRow: row, height: height))
        let (step, offset) =
            switch pixels {
            case .yuyv: (2, 0)
            case .uyvy: (2, 1)
            case .nv12, .yu12: (1, 0)
            }
        for y in 0..<height {
            for x in 0..<width { bytes[y * row + x * step + offset] = luma(x: x, y: y, number: number) }
        }
        return bytes
    }
}
