import CLinux
import CameraModel

/// One memory plane of a driver's buffer, mapped as long as this lives.
///
/// The pages outlive the device: reading after an unplug is safe, closing only waits for the unmapping.
final class MappedBuffer {
    private let address: UnsafeMutableRawPointer
    private let length: UInt32

    /// In bytes.
    var count: Int { Int(length) }

    /// - Parameters:
    ///   - device: Whose memory it is.
    ///   - length: In bytes, as VIDIOC_QUERYBUF says.
    ///   - offset: The same's cookie for mmap(2).
    /// - Throws: ``CaptureError/system(errno:during:)``.
    init(device: Device, length: UInt32, offset: UInt32) throws(CaptureError) {
        var mapped: UnsafeMutableRawPointer?
        try device.check(clinux_v4l2_map(device.descriptor, length, offset, &mapped), "mmap")
        guard let mapped else { throw .unsuitable(path: device.path, reason: "maps its buffers nowhere") }
        address = mapped
        self.length = length
    }

    deinit {
        // It can only fail for an address that was never mapped.
        _ = clinux_v4l2_unmap(address, length)
    }

    /// Lends some of the bytes; valid only inside `body`.
    ///
    /// - Parameters:
    ///   - range: Within ``count``; checked when the buffer was dequeued.
    ///   - body: Must not keep the pointer.
    /// - Returns: What `body` returned.
    func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a dequeued buffer's range was checked")
        return body(UnsafeRawBufferPointer(start: address + range.lowerBound, count: range.count))
    }
}
