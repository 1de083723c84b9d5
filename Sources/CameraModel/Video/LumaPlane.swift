/// The brightness of one picture, thinned out to what an analysis needs.
package struct LumaPlane: Hashable, Sendable {
    /// In samples.
    package let width: Int
    /// In samples.
    package let height: Int
    /// Rows from the top without padding, one byte a sample, as the camera coded it.
    package let samples: [UInt8]

    /// More samples a row than this tell an analysis nothing more.
    package static let widest = 320

    /// A plane of exactly `width * height` samples; `nil` for any other count, or none.
    package init?(width: Int, height: Int, samples: [UInt8]) {
        let (count, overflow) = width.multipliedReportingOverflow(by: height)
        guard width > 0, height > 0, !overflow, samples.count == count else { return nil }
        self.width = width
        self.height = height
        self.samples = samples
    }

    /// Takes every n-th pixel of every n-th row of an uncompressed frame, so that no row has more than ``widest``.
    ///
    /// It fails when the frame is shorter than such a picture is.
    ///
    /// - Parameters:
    ///   - frame: The frame as the driver lent it.
    ///   - pixels: How it is laid out.
    ///   - bytesPerRow: Of the first plane.
    ///   - width: In pixels.
    ///   - height: In pixels.
    package init?(sampling frame: RawSpan, as pixels: PixelFormat, bytesPerRow: Int, width: Int, height: Int) {
        guard (1...1 << 15).contains(width), (1...1 << 15).contains(height),
            (pixels.tightBytesPerRow(width: width)...1 << 20).contains(bytesPerRow),
            frame.byteCount >= pixels.byteCount(bytesPerRow: bytesPerRow, height: height)
        else { return nil }
        let step = (width + Self.widest - 1) / Self.widest
        let (pixelSize, offset) =
            switch pixels {
            case .yuyv: (2, 0)
            case .uyvy: (2, 1)
            case .nv12, .yu12: (1, 0)
            }
        var samples: [UInt8] = []
        samples.reserveCapacity((width / step + 1) * (height / step + 1))
        for y in stride(from: 0, to: height, by: step) {
            for x in stride(from: 0, to: width, by: step) {
                // Within the picture, whose whole size was checked.
                samples.append(
                    unsafe frame.unsafeLoad(fromByteOffset: y * bytesPerRow + x * pixelSize + offset, as: UInt8.self))
            }
        }
        self.init(width: (width + step - 1) / step, height: (height + step - 1) / step, samples: samples)
    }
}
