import CameraModel

/// What came out of a microphone: when, and which samples.
struct Capture {
    var times: [MonotonicTime] = []
    /// Frames of each period.
    var counts: [Int] = []
    var samples: [Int16] = []

    init(periods: Int, of source: any AudioSource) throws {
        while times.count < periods {
            let outcome = try source.withNextPeriod(timeout: .seconds(2)) { time, span in
                times.append(time)
                counts.append(span.count / source.format.channels)
                for index in span.indices { samples.append(span[index]) }
            }
            if outcome == .overrun { throw CaptureError.timedOut }
        }
    }

    /// How far each period's time lies from where the first one and the frames between put it.
    func deviations(rate: Int) -> [Duration] {
        let format = AudioFormat(rate: rate, channels: 1)
        var frames: Int64 = 0
        return zip(times, counts).map { time, count in
            defer { frames += Int64(count) }
            return time - (times[0] + format.duration(frames: frames))
        }
    }
}
