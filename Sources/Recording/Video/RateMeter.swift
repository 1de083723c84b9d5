package import CameraModel

/// Measures the frames a second that a camera delivers.
package struct RateMeter: Hashable, Sendable {
    private let granted: Double
    private var windowStart: MonotonicTime?
    private var frames = 0
    private var hasReported = false
    /// Over the last whole window; `nil` before the first.
    package private(set) var delivered: Double?

    /// Long enough that one late frame is no mismatch.
    static let window = Duration.seconds(5)

    package init(granted: FrameRate) {
        self.granted = granted.perSecond
    }

    /// Takes a frame.
    ///
    /// - Returns: The rate, once, when it differs from what was granted by more than a tenth.
    package mutating func frame(at time: MonotonicTime) -> Double? {
        guard let start = windowStart, time > start else {
            windowStart = time
            frames = 0
            return nil
        }
        frames += 1
        guard time - start >= Self.window else { return nil }
        let rate = Double(frames) / (time - start).seconds
        delivered = rate
        windowStart = time
        frames = 0
        guard !hasReported, abs(rate - granted) > granted / 10 else { return nil }
        hasReported = true
        return rate
    }
}
