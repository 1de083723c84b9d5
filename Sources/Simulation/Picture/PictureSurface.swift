import CameraModel

/// The bytes of one uncompressed picture, and rectangles drawn into them.
struct PictureSurface: Sendable {
    let pixels: PixelFormat
    let width: Int
    let height: Int
    let bytesPerRow: Int
    private(set) var bytes: [UInt8]

    /// A grey picture without padding.
    init(pixels: PixelFormat, width: Int, height: Int) {
        self.pixels = pixels
        self.width = width
        self.height = height
        bytesPerRow = pixels.tightBytesPerRow(width: width)
        bytes = [UInt8](repeating: 128, count: pixels.byteCount(bytesPerRow: bytesPerRow, height: height))
    }

    /// Lends all bytes.
    func lend(_ body: (RawSpan) -> Void) {
        unsafe body(bytes.span.bytes)
    }

    /// Fills luma only; `area` lies inside the picture.
    mutating func fill(_ area: PixelRectangle, luma: UInt8) {
        let (step, offset) =
            switch pixels {
            case .yuyv: (2, 0)
            case .uyvy: (2, 1)
            case .nv12, .yu12: (1, 0)
            }
        for y in area.y..<(area.y + area.height) {
            let row = y * bytesPerRow + offset
            for x in area.x..<(area.x + area.width) { bytes[row + x * step] = luma }
        }
    }

    /// Fills both colour differences; edges are rounded outwards to whole chroma samples.
    mutating func fill(_ area: PixelRectangle, blue: UInt8, red: UInt8) {
        let columns = (area.x / 2)..<((area.x + area.width + 1) / 2)
        switch pixels {
        case .yuyv, .uyvy:
            let offset = pixels == .yuyv ? 1 : 0
            for y in area.y..<(area.y + area.height) {
                for column in columns {
                    let position = y * bytesPerRow + column * 4 + offset
                    bytes[position] = blue
                    bytes[position + 2] = red
                }
            }
        case .nv12:
            for row in (area.y / 2)..<((area.y + area.height + 1) / 2) {
                for column in columns {
                    let position = (height + row) * bytesPerRow + column * 2
                    bytes[position] = blue
                    bytes[position + 1] = red
                }
            }
        case .yu12:
            let plane = width * height
            let chromaWidth = (width + 1) / 2
            let chromaPlane = chromaWidth * ((height + 1) / 2)
            for row in (area.y / 2)..<((area.y + area.height + 1) / 2) {
                for column in columns {
                    let position = plane + row * chromaWidth + column
                    bytes[position] = blue
                    bytes[position + chromaPlane] = red
                }
            }
        }
    }

    /// The luma plane alone, one byte a pixel.
    var luma: [UInt8] {
        switch pixels {
        case .nv12, .yu12: Array(bytes[0..<(width * height)])
        case .yuyv: stride(from: 0, to: width * height * 2, by: 2).map { bytes[$0] }
        case .uyvy: stride(from: 1, to: width * height * 2, by: 2).map { bytes[$0] }
        }
    }
}
