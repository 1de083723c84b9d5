package import CameraModel

/// Decides the media time of each frame.
///
/// The driver's time is best, and drivers lie: some jump, stand still, or count on another clock. Each frame is judged
/// by itself, so that one bad stamp costs one stamp.
package struct FrameTiming: Hashable, Sendable {
    /// What was decided for a frame.
    package struct Verdict: Hashable, Sendable {
        package var time: MonotonicTime
        /// The driver's time could not be believed, though it gave one.
        package var isReplaced: Bool
    }

    private var last: MonotonicTime?

    /// A frame may wait this long with the driver while we are busy.
    static let oldest = Duration.seconds(3)
    /// The driver stamps before we read our clock; this much after is its own inaccuracy.
    static let newest = Duration.milliseconds(5)
    /// Times of successive frames differ by at least one tick of the container's clock (1/90 000 s).
    static let smallestStep = Duration.microseconds(12)

    package init() {}

    /// Takes the next frame.
    package mutating func time(of stamp: FrameStamp) -> Verdict {
        var verdict = Verdict(time: stamp.received, isReplaced: false)
        if let driver = stamp.driverTime {
            let age = stamp.received - driver
            let follows = last.map { driver > $0 } ?? true
            if age <= Self.oldest, age >= .zero - Self.newest, follows {
                verdict.time = driver
            } else {
                verdict.isReplaced = true
            }
        }
        if let last, verdict.time < last + Self.smallestStep { verdict.time = last + Self.smallestStep }
        last = verdict.time
        return verdict
    }
}
