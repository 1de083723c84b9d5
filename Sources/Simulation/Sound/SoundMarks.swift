/// What a simulated microphone hears: a quiet room, and a tone at each whole second of the shift.
///
/// At every whole second `k` begins a tone of 50 ms and `500 + 100 * (k mod 10)` Hz: a sine from phase 0 at amplitude
/// 12 000, cut off after a whole number of periods. The room is noise of at most ±40 with a hum of 50 Hz at ±100,
/// repeated each second.
struct SoundMarks: Sendable {
    /// Nanoseconds.
    static let toneLength = 50_000_000.0
    static let amplitude = 12_000.0

    private let room: [Int16]

    /// Prepares the room's sound for a sample rate.
    init(rate: Int) {
        room = (0..<rate).map { frame in
            let noise = Int16(truncatingIfNeeded: Int(SeededRandom.mixed(UInt64(frame)) % 81) - 40)
            return noise + Int16((100 * sine(turns: 50 * Double(frame) / Double(rate))).rounded())
        }
    }

    /// Fills interleaved `samples` with the frames from `first` on.
    func render(_ samples: inout [Int16], channels: Int, first: Int64, timeline: SampleTimeline) {
        let count = samples.count / channels
        var position = Int(first % Int64(room.count))
        for frame in 0..<count {
            for channel in 0..<channels { samples[frame * channels + channel] = room[position] }
            position += 1
            if position == room.count { position = 0 }
        }
        let begin = timeline.time(of: first)
        let second = (begin / 1e9).rounded(.down)
        if begin < second * 1e9 + Self.toneLength {
            add(tone: second, to: &samples, channels: channels, first: first, timeline: timeline)
        }
        if timeline.time(of: first + Int64(count)) > (second + 1) * 1e9 {
            add(tone: second + 1, to: &samples, channels: channels, first: first, timeline: timeline)
        }
    }

    private func add(
        tone second: Double, to samples: inout [Int16], channels: Int, first: Int64, timeline: SampleTimeline
    ) {
        let frequency = 500 + 100 * second.truncatingRemainder(dividingBy: 10)
        for frame in 0..<(samples.count / channels) {
            let since = timeline.time(of: first + Int64(frame)) - second * 1e9
            guard since >= 0, since < Self.toneLength else { continue }
            let sample = Int16((Self.amplitude * sine(turns: frequency * since / 1e9)).rounded())
            for channel in 0..<channels { samples[frame * channels + channel] += sample }
        }
    }
}
