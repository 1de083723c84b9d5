import CLinux
import CameraModel

/// Makes of a filled buffer the bytes that are lent: the buffer itself, several planes put together, or a conversion.
final class PictureAssembly {
    /// Of the bytes that are lent; 0 for coded pictures.
    let bytesPerRow: Int
    private let way: Way
    /// For the two ways that copy; empty otherwise.
    private let staging: UnsafeMutableRawBufferPointer

    private enum Way {
        case asItIs(leastBytes: Int)
        case gathered(PlaneGather)
        case converted(VendorConverter, from: v4l2_format, to: FrameSize)
    }

    /// - Parameters:
    ///   - device: Set as `setting` says.
    ///   - setting: What it was set to.
    /// - Throws: ``CaptureError/unsuitable(path:reason:)`` when the planes or rows cannot be those of the format, or as
    ///   the conversion library.
    init(device: Device, setting: CameraSetting) throws(CaptureError) {
        let (choice, picture) = (setting.choice, setting.picture)
        switch choice.coding {
        case .raw(let pixels) where choice.isConverted:
            bytesPerRow = pixels.tightBytesPerRow(width: choice.size.width)
            way = .converted(
                try VendorConverter(device: device, codes: [choice.code]), from: setting.format, to: choice.size)
            staging = .allocate(
                byteCount: pixels.byteCount(bytesPerRow: bytesPerRow, height: choice.size.height), alignment: 64)
        case .raw(let pixels) where picture.planes.count > 1:
            guard let gather = PlaneGather(pixels: pixels, picture: picture) else {
                throw .unsuitable(path: device.path, reason: "gives \(pixels) in planes that cannot hold it")
            }
            bytesPerRow = pixels.tightBytesPerRow(width: picture.size.width)
            way = .gathered(gather)
            staging = .allocate(byteCount: gather.byteCount, alignment: 64)
        case .raw(let pixels):
            let tight = pixels.tightBytesPerRow(width: picture.size.width)
            let announced = picture.planes[0].bytesPerRow
            guard announced == 0 || announced >= tight else {
                throw .unsuitable(
                    path: device.path, reason: "gives \(pixels) in rows of \(announced) bytes, too short for \(tight)")
            }
            bytesPerRow = announced == 0 ? tight : announced
            way = .asItIs(leastBytes: pixels.byteCount(bytesPerRow: bytesPerRow, height: picture.size.height))
            staging = UnsafeMutableRawBufferPointer(start: nil, count: 0)
        case .h264, .mjpeg, .vendor:
            guard picture.planes.count == 1 else {
                throw .unsuitable(path: device.path, reason: "gives coded pictures in several planes")
            }
            bytesPerRow = 0
            way = .asItIs(leastBytes: 1)
            staging = UnsafeMutableRawBufferPointer(start: nil, count: 0)
        }
    }

    deinit {
        staging.deallocate()
    }

    /// Lends the picture in `buffer` to `body`.
    ///
    /// - Returns: `false`, with `body` not called, for a picture that is shorter than its layout or does not convert.
    /// - Throws: ``CaptureError/system(errno:during:)`` when the conversion cannot go on.
    func lend(
        _ buffer: FilledBuffer, of queue: BufferQueue, to body: (FrameStamp, RawSpan) -> Void
    ) throws(CaptureError) -> Bool {
        guard !buffer.isDamaged else { return false }
        switch way {
        case .asItIs(let leastBytes):
            return queue.withBytes(of: buffer, plane: 0) { bytes in
                guard bytes.count >= leastBytes else { return false }
                body(buffer.stamp, bytes.bytes)
                return true
            }
        case .gathered(let gather):
            for index in gather.parts.indices {
                let isWhole = queue.withBytes(of: buffer, plane: index) {
                    gather.copy(part: index, from: $0, into: staging)
                }
                guard isWhole else { return false }
            }
        case .converted(let converter, let format, let size):
            let outcome = queue.withBytes(of: buffer, plane: 0) { bytes in
                Result { () throws(CaptureError) in
                    try converter.convert(bytes, as: format, to: size, into: staging)
                }
            }
            guard try outcome.get() else { return false }
        }
        body(buffer.stamp, UnsafeRawBufferPointer(staging).bytes)
        return true
    }
}
