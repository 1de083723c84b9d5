/// A camera that has been opened, configured and started.
///
/// It blocks, and belongs to the one thread that opened it: the type is not `Sendable`, the ``Camera`` is.
package protocol VideoSource: AnyObject {
    /// How the lent bytes are laid out.
    var format: VideoFormat { get }

    /// What was asked and granted.
    var negotiation: Negotiation { get }

    /// When the next call will return, where the source can know; `nil` for a real device.
    ///
    /// A virtual clock schedules by it.
    var nextEvent: MonotonicTime? { get }

    /// Waits for a filled buffer, lends its bytes to `body`, and gives it back to the driver.
    ///
    /// The driver owns a handful of buffers, so `body` must be quick: encode or copy, and return. Every buffer is
    /// taken in order; none is skipped to catch up.
    ///
    /// - Parameters:
    ///   - timeout: How long to wait for a frame.
    ///   - body: Called once at most, before return, with the stamp and exactly the filled bytes.
    /// - Returns: Whether `body` was called, or the buffer was one that the driver marked as damaged.
    /// - Throws: ``CaptureError/timedOut`` when nothing came, ``CaptureError/disconnected`` when the device is gone,
    ///   ``CaptureError/sourceChanged`` when it must be reopened, or ``CaptureError/system(errno:during:)``.
    func withNextFrame(
        timeout: Duration, _ body: (FrameStamp, RawSpan) -> Void
    ) throws(CaptureError) -> FrameOutcome
}

/// What became of one buffer.
package enum FrameOutcome: Hashable, Sendable {
    case delivered
    /// The driver set V4L2_BUF_FLAG_ERROR, or filled nothing; `body` was not called.
    case damaged(FrameStamp)
}
