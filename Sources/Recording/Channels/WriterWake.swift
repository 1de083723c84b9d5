import CameraModel

/// When a channel's writer is to be woken: for what it acts upon at once, and else a few times a second.
///
/// A value without clock: it goes by the times of the media. Most packets complete nothing, and to wake a thread for each
/// costs more than to write them.
struct WriterWake: Sendable {
    /// Media that complete nothing wait this long at most, so that sound alone is written in time, too.
    static let longestWait = Duration.milliseconds(200)

    private var isDue = false
    /// Of the media that the writer has not been woken for.
    private var oldest: MonotonicTime?
    private var lastKey: MonotonicTime?

    /// Takes note of what was put out for the writer.
    mutating func note(_ entry: ChannelOutput) {
        guard case .item(let item) = entry.content, let time = item.time else {
            // The begin and the end of a recording, and events.
            isDue = true
            return
        }
        if item.isKeyPicture, isPast(FragmentAssembler.shortestFragment, from: lastKey, at: time) {
            // It may complete a fragment. Of JPEG pictures, each of which is a key picture, only one a second can.
            lastKey = time
            isDue = true
        }
        guard let oldest else {
            self.oldest = time
            return
        }
        if isPast(Self.longestWait, from: oldest, at: time) { isDue = true }
    }

    /// Whether to wake it now; once for each time that it is due.
    mutating func take() -> Bool {
        guard isDue else { return false }
        isDue = false
        oldest = nil
        return true
    }

    /// Also true where time went back, as between sound and picture it can: better woken for nothing.
    private func isPast(_ wait: Duration, from start: MonotonicTime?, at time: MonotonicTime) -> Bool {
        guard let start else { return true }
        return time - start >= wait || start - time >= wait
    }
}
