import CameraModel

/// Frames that come while no picture does: what tells a camera that cannot be recorded from one that begins late.
struct BarrenStretch {
    /// What a frame without a picture means.
    struct Finding: Hashable {
        /// When the first such frame came.
        var since: MonotonicTime
        /// Frames that are not counted as damaged yet.
        var uncounted: Int
    }

    private var since: MonotonicTime?
    private var uncounted = 0
    /// Whether it lasts longer than a late beginning.
    private(set) var isLong = false

    /// A camera may begin between two key pictures, which come every second or two; no longer is it as good as lost.
    static let limit = Duration.seconds(2)

    /// Takes a frame that gave no picture.
    ///
    /// - Parameters:
    ///   - time: The frame's.
    ///   - isCounted: It has been counted as damaged already.
    /// - Returns: What it means; `nil` while it may still be a late beginning.
    mutating func frame(at time: MonotonicTime, isCounted: Bool) -> Finding? {
        let since = since ?? time
        self.since = since
        if !isCounted { uncounted += 1 }
        guard time - since >= Self.limit else { return nil }
        isLong = true
        defer { uncounted = 0 }
        return Finding(since: since, uncounted: uncounted)
    }

    /// There is a picture.
    mutating func end() {
        self = BarrenStretch()
    }
}
