/// A microphone that has been opened and started.
///
/// It blocks, and belongs to the one thread that opened it.
package protocol AudioSource: AnyObject {
    var format: AudioFormat { get }

    /// The card and device as the driver names them.
    var device: String { get }

    /// When the next call will return, where the source can know; `nil` for a real device.
    var nextEvent: MonotonicTime? { get }

    /// Waits for a period of sound and lends it to `body`.
    ///
    /// - Parameters:
    ///   - timeout: How long to wait.
    ///   - body: Called once at most, before return, with the time at which the first frame was captured
    ///     (CLOCK_MONOTONIC, from the driver's timestamp and its count of waiting frames) and whole interleaved frames.
    /// - Returns: Whether sound was delivered, or lost in an overrun from which the device has been restarted.
    /// - Throws: ``CaptureError``.
    func withNextPeriod(
        timeout: Duration, _ body: (MonotonicTime, Span<Int16>) -> Void
    ) throws(CaptureError) -> PeriodOutcome
}

/// What became of one wait for sound.
package enum PeriodOutcome: Hashable, Sendable {
    case delivered
    /// The kernel's buffer overran (EPIPE) or the system slept (ESTRPIPE). The device runs again; the next period's
    /// time tells how much is missing.
    case overrun
}
