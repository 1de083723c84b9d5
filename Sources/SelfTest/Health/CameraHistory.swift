import CameraModel

/// What a camera did over the last while.
struct CameraHistory: Hashable, Sendable {
    private struct Count: Hashable, Sendable {
        var time: MonotonicTime
        var lost: Int
        var taken: Int
    }

    private var counts: [Count] = []
    private var fingerprint: UInt64?

    /// The share of frames that were missing or damaged over the last `window`; `nil` before it is full.
    mutating func dropped(_ stream: StreamMeasure, at time: MonotonicTime, window: Duration) -> Double? {
        let lost = stream.missing + stream.damaged
        counts.append(Count(time: time, lost: lost, taken: stream.frames + lost))
        let isFull = counts.first.map { time - $0.time >= window } ?? false
        counts.removeAll { time - $0.time > window }
        let taken = counts.reduce(0) { $0 + $1.taken }
        guard isFull, taken > 0 else { return nil }
        return Double(counts.reduce(0) { $0 + $1.lost }) / Double(taken)
    }

    /// What is wrong with the newest picture.
    ///
    /// - Parameters:
    ///   - picture: `nil` when none was taken aside.
    ///   - floor: The structure at and below which it shows nothing.
    /// - Returns: `nil` when there is nothing to judge; else what is wrong, if anything.
    mutating func blindness(_ picture: PictureMeasure?, floor: Double) -> String?? {
        guard let picture else { return nil }
        defer { fingerprint = picture.fingerprint }
        if picture.structure <= floor { return .some("shows nothing") }
        return .some(picture.fingerprint == fingerprint ? "frozen" : nil)
    }
}
