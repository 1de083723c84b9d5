import CameraModel

/// At which instant each frame of a shift is taken.
///
/// Frames are numbered from 0 at the shift's start, whether anybody looks or not: numbers survive reopening, and a
/// frame that nobody got shows as a hole. A change of rate leaves no hole.
struct FrameTimeline: Hashable, Sendable {
    private struct Stretch: Hashable, Sendable {
        /// Nanoseconds since the shift's start.
        var begin: Int64
        /// The number of the frame at `begin`.
        var first: Int64
        var rate: FrameRate

        func instant(of number: Int64) -> Int64 {
            let product = Int128(number - first) * Int128(rate.seconds) * 1_000_000_000
            let offset = (product + Int128(rate.frames) / 2) / Int128(rate.frames)
            return Int64(clamping: Int128(begin) + offset)
        }
    }

    private var stretches: [Stretch]

    init(rate: FrameRate) {
        stretches = [Stretch(begin: 0, first: 0, rate: rate)]
    }

    /// Frames come at `rate` from `time` on, which is not before an earlier change.
    mutating func change(to rate: FrameRate, at time: Int64) {
        let first = firstNumber(atOrAfter: time)
        stretches.append(Stretch(begin: max(0, time), first: first, rate: rate))
    }

    /// When frame `number` is taken, in nanoseconds since the shift's start.
    func instant(of number: Int64) -> Int64 {
        let stretch = stretches.last { $0.first <= number } ?? stretches[0]
        return stretch.instant(of: number)
    }

    /// The first frame that is not taken before `time`.
    func firstNumber(atOrAfter time: Int64) -> Int64 {
        guard time > 0 else { return 0 }
        let index = stretches.lastIndex { $0.begin <= time } ?? 0
        let stretch = stretches[index]
        let whole =
            Int128(time - stretch.begin) * Int128(stretch.rate.frames)
            / (Int128(stretch.rate.seconds) * 1_000_000_000)
        var number = Int64(clamping: Int128(stretch.first) + whole)
        while number > stretch.first, stretch.instant(of: number - 1) >= time { number -= 1 }
        while stretch.instant(of: number) < time { number += 1 }
        return index + 1 < stretches.count ? min(number, stretches[index + 1].first) : number
    }
}
