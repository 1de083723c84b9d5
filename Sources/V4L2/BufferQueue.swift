import CLinux
import CameraModel

/// The driver's buffers, mapped, queued and streaming as long as this lives.
final class BufferQueue {
    private let device: Device
    /// By index, then by memory plane.
    private let buffers: [[MappedBuffer]]
    private let lengths: [[Int]]
    /// Which buffers the driver has.
    private var isQueued: [Bool]
    /// Where the kernel writes about memory planes.
    private let planes: UnsafeMutableBufferPointer<v4l2_plane>

    /// Requests, maps and queues buffers, and starts the stream.
    ///
    /// - Parameters:
    ///   - device: Configured.
    ///   - count: How many buffers to ask for.
    ///   - planeCount: Memory planes of a picture.
    /// - Throws: ``CaptureError``.
    init(device: Device, count: Int, planeCount: Int) throws(CaptureError) {
        let planes = UnsafeMutableBufferPointer<v4l2_plane>.allocate(capacity: Int(VIDEO_MAX_PLANES))
        planes.initialize(repeating: v4l2_plane())
        do throws(CaptureError) {
            // No driver gives more than VIDEO_MAX_FRAME, 32; a bound on what a broken one can make us map.
            let granted = min(try device.requestBuffers(count), 64)
            guard granted > 0 else { throw .unsuitable(path: device.path, reason: "gives no buffers") }
            var buffers: [[MappedBuffer]] = []
            for index in 0..<granted {
                let mapped = try device.map(index: index, planes: planes)
                guard mapped.count == planeCount else {
                    throw .unsuitable(
                        path: device.path,
                        reason: "announces \(planeCount) memory planes and gives \(mapped.count)")
                }
                buffers.append(mapped)
            }
            for index in buffers.indices { try device.enqueue(index: index, planes: planes) }
            try device.streamOn()
            self.buffers = buffers
        } catch {
            planes.deallocate()
            throw error
        }
        self.device = device
        self.planes = planes
        lengths = buffers.map { $0.map(\.count) }
        isQueued = buffers.map { _ in true }
    }

    deinit {
        // A device that is gone has stopped already, and closing stops every other.
        try? device.streamOff()
        planes.deallocate()
    }

    /// Takes the next filled buffer; give it back with ``enqueue(_:)``.
    ///
    /// - Returns: `nil` when none is filled.
    /// - Throws: ``CaptureError/unsuitable(path:reason:)`` for a buffer that was never queued, and as
    ///   ``Device/dequeue(planes:)``.
    func dequeue() throws(CaptureError) -> FilledBuffer? {
        guard let raw = try device.dequeue(planes: planes) else { return nil }
        let received = MonotonicTime(nanoseconds: clinux_v4l2_now())
        let index = Int(raw.index)
        guard buffers.indices.contains(index), isQueued[index] else {
            throw .unsuitable(path: device.path, reason: "returned buffer \(index), which it did not have")
        }
        isQueued[index] = false
        let counts: [PlaneCounts] =
            switch device.queue {
            case .singlePlanar: [PlaneCounts(offset: 0, used: raw.bytesused)]
            case .multiPlanar:
                planes.prefix(Int(raw.length)).map { PlaneCounts(offset: $0.data_offset, used: $0.bytesused) }
            }
        return FilledBuffer(raw, counts: counts, lengths: lengths[index], received: received)
    }

    /// Gives a buffer back to the driver.
    func enqueue(_ index: Int) throws(CaptureError) {
        precondition(!isQueued[index], "only a dequeued buffer is given back")
        try device.enqueue(index: index, planes: planes)
        isQueued[index] = true
    }

    /// Lends the filled bytes of one memory plane.
    func withBytes<Result>(
        of buffer: FilledBuffer, plane: Int, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        precondition(!isQueued[buffer.index], "the driver writes to a queued buffer")
        return buffers[buffer.index][plane].withBytes(buffer.filled[plane], body)
    }
}
