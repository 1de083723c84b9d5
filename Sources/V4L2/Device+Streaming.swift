import CLinux
import CameraModel
import Glibc

extension Device {
    /// VIDIOC_REQBUFS for mapped buffers.
    ///
    /// - Returns: How many the driver gave, which may be more or fewer.
    func requestBuffers(_ count: Int) throws(CaptureError) -> Int {
        var request = v4l2_requestbuffers()
        request.count = UInt32(clamping: count)
        request.type = queue.bufferType
        request.memory = V4L2_MEMORY_MMAP.rawValue
        try check(clinux_v4l2_reqbufs(descriptor, &request), "VIDIOC_REQBUFS")
        return Int(request.count)
    }

    /// VIDIOC_QUERYBUF, and mmap(2) of each memory plane.
    func map(index: Int, planes: UnsafeMutableBufferPointer<v4l2_plane>) throws(CaptureError) -> [MappedBuffer] {
        var buffer = header(index: index, planes: planes)
        try check(clinux_v4l2_querybuf(descriptor, &buffer), "VIDIOC_QUERYBUF")
        switch queue {
        case .singlePlanar:
            return [try MappedBuffer(device: self, length: buffer.length, offset: buffer.m.offset)]
        case .multiPlanar:
            var mapped: [MappedBuffer] = []
            for plane in planes.prefix(Int(buffer.length)) {
                mapped.append(try MappedBuffer(device: self, length: plane.length, offset: plane.m.mem_offset))
            }
            return mapped
        }
    }

    /// VIDIOC_QBUF.
    func enqueue(index: Int, planes: UnsafeMutableBufferPointer<v4l2_plane>) throws(CaptureError) {
        var buffer = header(index: index, planes: planes)
        try check(clinux_v4l2_qbuf(descriptor, &buffer), "VIDIOC_QBUF")
    }

    /// VIDIOC_DQBUF, with `planes` filled for the multi-planar interface.
    ///
    /// - Returns: `nil` when no buffer is filled after all.
    /// - Throws: ``CaptureError/sourceChanged`` after a codec's last buffer (EPIPE), and what ``streamFailure()`` says
    ///   of EIO: whether the driver kept the buffer is then unknown, so the stream is at its end.
    func dequeue(planes: UnsafeMutableBufferPointer<v4l2_plane>) throws(CaptureError) -> v4l2_buffer? {
        var buffer = header(index: 0, planes: planes)
        let result = clinux_v4l2_dqbuf(descriptor, &buffer)
        switch -result {
        case EAGAIN: return nil
        case EPIPE: throw .sourceChanged
        case EIO: throw streamFailure()
        default: try check(result, "VIDIOC_DQBUF")
        }
        return buffer
    }

    /// Why a stream ended: the device is gone, or the driver gave up on it.
    func streamFailure() -> CaptureError {
        isPresent ? .system(errno: EIO, during: "streaming, as the driver stopped, on \(path)") : .disconnected
    }

    func streamOn() throws(CaptureError) {
        try check(clinux_v4l2_streamon(descriptor, queue.bufferType), "VIDIOC_STREAMON")
    }

    func streamOff() throws(CaptureError) {
        try check(clinux_v4l2_streamoff(descriptor, queue.bufferType), "VIDIOC_STREAMOFF")
    }

    /// Waits for a frame or an event.
    ///
    /// - Parameter deadline: When to give up, on CLOCK_MONOTONIC.
    /// - Returns: What there is to do.
    /// - Throws: ``CaptureError/system(errno:during:)``.
    func wait(until deadline: MonotonicTime) throws(CaptureError) -> Readiness {
        var revents: Int16 = 0
        let result = clinux_v4l2_wait(descriptor, Int16(POLLIN | POLLPRI), deadline.nanoseconds, &revents)
        guard result >= 0 else { throw Device.failure(result, during: "ppoll", path) }
        return Readiness(revents: revents)
    }

    private func header(index: Int, planes: UnsafeMutableBufferPointer<v4l2_plane>) -> v4l2_buffer {
        var buffer = v4l2_buffer()
        buffer.index = UInt32(clamping: index)
        buffer.type = queue.bufferType
        buffer.memory = V4L2_MEMORY_MMAP.rawValue
        if queue == .multiPlanar {
            planes.update(repeating: v4l2_plane())
            buffer.m.planes = planes.baseAddress
            buffer.length = UInt32(clamping: planes.count)
        }
        return buffer
    }
}
