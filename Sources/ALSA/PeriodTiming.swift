import CameraModel

/// When the first waiting frame was captured.
///
/// - Parameters:
///   - timestamp: When the driver looked at the hardware's position.
///   - waiting: How many frames lay before that position, unread.
///   - format: Gives the rate.
/// - Returns: `timestamp` less the time that the waiting frames last.
func firstFrameTime(timestamp: MonotonicTime, waiting: Int, format: AudioFormat) -> MonotonicTime {
    timestamp - format.duration(frames: Int64(waiting))
}

/// Whether a driver's timestamp can be one of CLOCK_MONOTONIC, just taken.
///
/// A driver that never stamps leaves zero; one that stamps with the wall clock is decades off. Ten seconds is more than
/// any buffer that is asked for here.
func isPlausible(timestamp: MonotonicTime, now: MonotonicTime) -> Bool {
    timestamp.nanoseconds > 0 && timestamp <= now && now - timestamp < .seconds(10)
}

/// Where the time of a period comes from.
enum PeriodClock: String, Hashable {
    /// snd_pcm_htimestamp: the position and its time, as the driver took them together.
    case driver = "driver timestamps"
    /// clock_gettime beside snd_pcm_avail: later than the truth by what the thread was kept waiting.
    case reader = "no monotonic driver timestamps: times are taken at the read"
}
