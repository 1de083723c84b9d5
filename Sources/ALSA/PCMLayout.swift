import CameraModel

/// What the hardware was set to, read back from it.
struct PCMLayout: Hashable {
    var encoding: SampleEncoding
    /// In the hardware's frame; at least as many as are delivered.
    var channels: Int
    /// After so many frames the driver wakes its reader.
    var periodFrames: Int
    /// So many unread frames are one too many.
    var bufferFrames: Int
    var clock: PeriodClock

    /// Of one hardware frame.
    var bytesPerFrame: Int { channels * encoding.byteCount }

    /// For a log, with a remark on everything that is not as it was asked for.
    func description(delivering format: AudioFormat, wantedBuffer: Duration) -> String {
        var words = ["\(format.rate) Hz", encoding.rawValue]
        if encoding != .s16 { words.append("of which the upper 16 bits are taken") }
        words.append(channels == 1 ? "1 channel" : "\(channels) channels")
        if channels != format.channels { words.append("of which the first \(format.channels) taken") }
        words.append("period \(milliseconds(periodFrames, format)) ms")
        words.append("buffer \(milliseconds(bufferFrames, format)) ms")
        if Int64(bufferFrames) < format.frames(in: wantedBuffer) {
            words.append("shorter than the \(wantedBuffer.nanoseconds / 1_000_000) ms asked")
        }
        words.append(clock.rawValue)
        return words.joined(separator: ", ")
    }

    private func milliseconds(_ frames: Int, _ format: AudioFormat) -> Int64 {
        (format.duration(frames: Int64(frames)).nanoseconds + 500_000) / 1_000_000
    }
}
