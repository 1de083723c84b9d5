import CameraModel

/// Puts the memory planes of one picture behind each other, as every encoder here takes it.
///
/// NV12M and YUV420M give luma and chroma each a buffer of its own, perhaps with padding of its own; the picture that
/// comes out has rows without padding.
struct PlaneGather: Equatable {
    /// One colour plane: rows of the source become rows without padding.
    struct Part: Equatable {
        let rows: Int
        /// Pixels' bytes in a row.
        let rowBytes: Int
        /// From row to row where it comes from, in bytes.
        let stride: Int
        /// Where its first row goes, in bytes.
        let destination: Int

        /// What the source must hold at least: the last row needs no padding.
        var leastBytes: Int { rows == 0 ? 0 : stride * (rows - 1) + rowBytes }
    }

    let parts: [Part]
    /// Of the picture that comes out, in bytes.
    let byteCount: Int

    /// Fails when the planes are not those of `pixels`, or their rows too short for it.
    ///
    /// - Parameters:
    ///   - pixels: The layout that comes out.
    ///   - picture: What the driver granted.
    init?(pixels: PixelFormat, picture: GrantedPicture) {
        let (width, height) = (picture.size.width, picture.size.height)
        let (halfWidth, halfHeight) = ((width + 1) / 2, (height + 1) / 2)
        let shapes: [(rows: Int, rowBytes: Int)]
        switch pixels {
        case .nv12: shapes = [(height, width), (halfHeight, width)]
        case .yu12: shapes = [(height, width), (halfHeight, halfWidth), (halfHeight, halfWidth)]
        case .yuyv, .uyvy: return nil
        }
        guard picture.planes.count == shapes.count else { return nil }
        var parts: [Part] = []
        var destination = 0
        for (shape, plane) in zip(shapes, picture.planes) {
            guard plane.bytesPerRow >= shape.rowBytes else { return nil }
            parts.append(
                Part(
                    rows: shape.rows, rowBytes: shape.rowBytes, stride: plane.bytesPerRow, destination: destination))
            destination += shape.rows * shape.rowBytes
        }
        self.parts = parts
        byteCount = destination
    }

    /// Copies one plane to its place.
    ///
    /// - Parameters:
    ///   - index: Which of ``parts``.
    ///   - source: The filled bytes of that memory plane.
    ///   - picture: Room for ``byteCount`` bytes.
    /// - Returns: `false`, with nothing copied, when the driver filled less than the plane needs.
    func copy(part index: Int, from source: UnsafeRawBufferPointer, into picture: UnsafeMutableRawBufferPointer) -> Bool
    {
        precondition(picture.count >= byteCount, "the staging buffer is made for this picture")
        let part = parts[index]
        guard source.count >= part.leastBytes else { return false }
        if part.stride == part.rowBytes {
            let count = part.rows * part.rowBytes
            picture[part.destination..<part.destination + count].copyBytes(from: source[..<count])
            return true
        }
        for row in 0..<part.rows {
            let from = source[row * part.stride..<row * part.stride + part.rowBytes]
            let start = part.destination + row * part.rowBytes
            picture[start..<start + part.rowBytes].copyBytes(from: from)
        }
        return true
    }
}
