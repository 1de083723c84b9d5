/// Which frame it is and when it was taken, as the driver tells it and as we saw it.
package struct FrameStamp: Hashable, Sendable {
    /// Counted by the driver from 0 at stream-on, wrapping; a gap is that many frames lost.
    package var sequence: UInt32
    /// The driver's time, if it says that it is CLOCK_MONOTONIC (V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC).
    ///
    /// Start of exposure or end of frame, by V4L2_BUF_FLAG_TSTAMP_SRC_MASK; some drivers lie, so it is judged
    /// before use.
    package var driverTime: MonotonicTime?
    /// When the buffer was taken from the driver.
    package var received: MonotonicTime

    package init(sequence: UInt32, driverTime: MonotonicTime?, received: MonotonicTime) {
        self.sequence = sequence
        self.driverTime = driverTime
        self.received = received
    }
}
