import CLinux
import CameraModel

/// A V4L2 capture device, streamed through mapped buffers.
///
/// It lives on the thread that opened it. Letting go of it stops the stream, unmaps the buffers and closes the node.
final class V4L2Source: VideoSource {
    let format: VideoFormat
    let negotiation: Negotiation
    private let device: Device
    private let assembly: PictureAssembly
    private let queue: BufferQueue
    /// Why the last buffer could not be given back; told at the next call, as this one's frame was good.
    private var failure: CaptureError?

    /// A real device does not know.
    var nextEvent: MonotonicTime? { nil }

    /// Starts the stream.
    ///
    /// - Parameters:
    ///   - camera: Configured, on this thread.
    ///   - bufferCount: How many frames the driver may hold.
    /// - Throws: ``CaptureError``.
    init(_ camera: ConfiguredCamera, bufferCount: Int) throws(CaptureError) {
        queue = try BufferQueue(device: camera.device, count: bufferCount, planeCount: camera.planeCount)
        device = camera.device
        format = camera.format
        negotiation = camera.negotiation
        assembly = camera.assembly
    }

    func withNextFrame(
        timeout: Duration, _ body: (FrameStamp, RawSpan) -> Void
    ) throws(CaptureError) -> FrameOutcome {
        if let failure { throw failure }
        // Held to an hour, so that no sum overflows.
        let deadline = MonotonicTime(nanoseconds: clinux_v4l2_now()) + min(timeout, .seconds(3600))
        while true {
            switch try device.wait(until: deadline) {
            case .timedOut: throw .timedOut
            case .gone: throw .disconnected
            case .failed: throw device.streamFailure()
            case .event:
                if try device.takeEvents() { throw .sourceChanged }
            case .frame:
                guard let buffer = try queue.dequeue() else { continue }
                let isDelivered = try assembly.lend(buffer, of: queue, to: body)
                do throws(CaptureError) {
                    try queue.enqueue(buffer.index)
                } catch {
                    failure = error
                }
                return isDelivered ? .delivered : .damaged(buffer.stamp)
            }
        }
    }
}
