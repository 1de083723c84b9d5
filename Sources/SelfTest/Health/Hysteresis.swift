import CameraModel

/// Decides when something that comes and goes has begun, and when it is over.
///
/// It has begun when every observation for a while said so, and is over when every one for a while denied it.
struct Hysteresis: Hashable, Sendable {
    /// What became of one observation.
    enum Change: Hashable, Sendable {
        /// Since the first observation that said so.
        case began(since: MonotonicTime)
        /// Since the first observation that denied it.
        case ended(since: MonotonicTime)
    }

    private(set) var isPresent = false
    /// The first observation of those that contradict ``isPresent`` without a break.
    private var contradictedSince: MonotonicTime?

    /// Takes an observation.
    ///
    /// - Parameters:
    ///   - isWrong: What it says; `nil` where it says nothing, which leaves everything as it is.
    ///   - time: When it was made.
    ///   - raising: For how long it must be wrong.
    ///   - clearing: For how long it must be well.
    /// - Returns: Whether something began or ended.
    mutating func take(
        _ isWrong: Bool?, at time: MonotonicTime, raising: Duration, clearing: Duration
    ) -> Change? {
        guard let isWrong else { return nil }
        guard isWrong != isPresent else {
            contradictedSince = nil
            return nil
        }
        let since = contradictedSince ?? time
        contradictedSince = since
        guard time - since >= (isWrong ? raising : clearing) else { return nil }
        isPresent = isWrong
        contradictedSince = nil
        return isWrong ? .began(since: since) : .ended(since: since)
    }
}
