/// Frames per second as a fraction, as drivers count it (30000/1001).
package struct FrameRate: Hashable, Sendable, CustomStringConvertible {
    /// Frames, above zero.
    package let frames: UInt32
    /// In this many seconds, above zero.
    package let seconds: UInt32

    /// `nil` when either part is zero, which some drivers report.
    package init?(frames: UInt32, seconds: UInt32) {
        guard frames > 0, seconds > 0 else { return nil }
        self.frames = frames
        self.seconds = seconds
    }

    package var perSecond: Double {
        Double(frames) / Double(seconds)
    }

    /// From one frame to the next.
    package var interval: Duration {
        .nanoseconds(Int64(seconds) * 1_000_000_000 / Int64(frames))
    }

    /// `30`, `12.5` or `29.97`.
    package var description: String {
        let hundredths = Int((perSecond * 100).rounded())
        let fraction = hundredths % 100
        if fraction == 0 { return "\(hundredths / 100)" }
        return "\(hundredths / 100)."
            + (fraction % 10 == 0 ? "\(fraction / 10)" : fraction < 10 ? "0\(fraction)" : "\(fraction)")
    }
}
