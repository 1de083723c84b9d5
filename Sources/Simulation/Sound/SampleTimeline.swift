import CameraModel

/// At which instant a microphone's own clock counts each frame of sound.
///
/// Frames count from 0 at the shift's start, whether anybody listens or not. Times are nanoseconds since then; a double
/// holds them to better than a nanosecond for a hundred days.
struct SampleTimeline: Hashable, Sendable {
    private struct Stretch: Hashable, Sendable {
        var begin: Double
        var first: Double
        /// Frames a nanosecond of true time.
        var rate: Double
    }

    private var stretches: [Stretch]
    private let nominal: Double

    /// A device whose clock is right at first.
    init(rate: Int) {
        nominal = Double(rate) / 1e9
        stretches = [Stretch(begin: 0, first: 0, rate: nominal)]
    }

    /// The device's clock runs fast by `partsPerMillion` from `time` on, which is not before an earlier change.
    ///
    /// Drift is held within ±10 %: a card that runs at 44 100 Hz when 48 000 are wanted is 8 % off.
    mutating func drift(_ partsPerMillion: Double, from time: Int64) {
        let time = Double(max(0, time))
        let drift = partsPerMillion.isFinite ? min(max(partsPerMillion, -100_000), 100_000) : 0
        stretches.append(Stretch(begin: time, first: frame(at: time), rate: nominal * (1 + drift / 1e6)))
    }

    /// When `frame` is captured.
    func time(of frame: Int64) -> Double {
        let frame = Double(frame)
        let stretch = stretches.last { $0.first <= frame } ?? stretches[0]
        return stretch.begin + (frame - stretch.first) / stretch.rate
    }

    /// The first frame that is not captured before `time`.
    func firstFrame(atOrAfter time: Int64) -> Int64 {
        // A thousandth of a frame forgives rounding.
        Int64((frame(at: Double(max(0, time))) - 0.001).rounded(.up))
    }

    private func frame(at time: Double) -> Double {
        let stretch = stretches.last { $0.begin <= time } ?? stretches[0]
        return stretch.first + (time - stretch.begin) * stretch.rate
    }
}
