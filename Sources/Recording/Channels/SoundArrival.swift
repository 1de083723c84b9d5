import CameraModel
import Evidence

/// How far each microphone's sound has come on a channel's line of media.
struct SoundArrival: Sendable {
    private struct Track: Sendable {
        var microphone: String
        /// When the newest block begins.
        var newest: MonotonicTime?
        /// How long a block lasts, from the last two; a hole between them makes it no longer than this.
        var length = Duration.zero
    }

    private static let longestBlock = Duration.milliseconds(200)

    private var tracks: [Track]

    /// - Parameter microphones: By their tracks.
    init(microphones: [String]) {
        tracks = microphones.map { Track(microphone: $0) }
    }

    /// A block of sound has come.
    mutating func take(_ time: MonotonicTime, track: Int) {
        if let last = tracks[track].newest, time > last { tracks[track].length = min(time - last, Self.longestBlock) }
        tracks[track].newest = time
    }

    /// What is to be written down when a recording is closed before all of its sound has come.
    ///
    /// - Parameters:
    ///   - track: Whose sound is still on its way.
    ///   - begin: Of the recording's sound.
    ///   - boundary: Where the recording ends.
    ///   - tolerance: So much may be missing without a word.
    /// - Returns: The sound that is left out; `nil` when there is none.
    func missing(
        track: Int, from begin: MonotonicTime, until boundary: MonotonicTime, tolerance: Duration
    ) -> RecordEvent? {
        let end = max(begin, tracks[track].newest.map { $0 + tracks[track].length } ?? begin)
        guard boundary - end > tolerance else { return nil }
        return RecordEvent(
            .soundDropped, at: end, until: boundary, device: tracks[track].microphone,
            cause: "it had not come when the recording was closed")
    }
}
