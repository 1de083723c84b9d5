/// The layout of sound: interleaved signed 16-bit samples in host order.
package struct AudioFormat: Hashable, Sendable {
    /// Frames (one sample per channel) a second.
    package var rate: Int
    /// 1 or 2.
    package var channels: Int

    package init(rate: Int, channels: Int) {
        self.rate = rate
        self.channels = channels
    }

    /// How long `frames` frames last.
    package func duration(frames: Int64) -> Duration {
        let whole = frames / Int64(rate)
        let rest = frames % Int64(rate)
        return .nanoseconds(whole * 1_000_000_000 + (rest * 1_000_000_000 + Int64(rate) / 2) / Int64(rate))
    }

    /// How many frames fit `duration`, to the nearest.
    package func frames(in duration: Duration) -> Int64 {
        let nanoseconds = duration.nanoseconds
        let whole = nanoseconds / 1_000_000_000
        let rest = nanoseconds % 1_000_000_000
        return whole * Int64(rate) + Int64((Double(rest) * Double(rate) / 1e9).rounded())
    }
}
