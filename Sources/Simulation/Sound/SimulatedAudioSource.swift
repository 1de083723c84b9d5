package import CameraModel

/// A simulated microphone that has been opened; it delivers periods of 10 ms of its own clock.
package final class SimulatedAudioSource: AudioSource {
    package let format: AudioFormat
    package let device: String
    private let plan: MicrophonePlan
    private let marks: SoundMarks
    private let time: SimulatedTime
    private let jitter: Int64
    private let seed: UInt64
    private let opened: Int64
    private let framesPerPeriod: Int64
    private var nextFrame: Int64
    private var samples: [Int16]
    private var lastReturn: Int64
    private var lastTimeout: Int64 = 1_000_000_000

    /// How late a caller may be before the kernel's buffer has overrun.
    private static let patience: Int64 = 500_000_000

    init(
        device: String, format: AudioFormat, plan: MicrophonePlan, marks: SoundMarks, time: SimulatedTime,
        jitter: Duration, seed: UInt64
    ) {
        self.device = device
        self.format = format
        self.plan = plan
        self.marks = marks
        self.time = time
        self.jitter = max(0, jitter.nanoseconds)
        self.seed = seed
        opened = time.elapsed
        lastReturn = opened
        framesPerPeriod = Int64(format.rate) / 100
        nextFrame = plan.timeline.firstFrame(atOrAfter: opened)
        samples = [Int16](repeating: 0, count: Int(framesPerPeriod) * format.channels)
    }

    /// The end of the next period, of an overrun, of the microphone, or of patience as the last call had it.
    package var nextEvent: MonotonicTime? {
        let (sum, overflow) = lastReturn.addingReportingOverflow(lastTimeout)
        return time.instant(min(nextChange, overflow ? .max : sum))
    }

    package func withNextPeriod(
        timeout: Duration, _ body: (MonotonicTime, Span<Int16>) -> Void
    ) throws(CaptureError) -> PeriodOutcome {
        defer { lastReturn = time.elapsed }
        lastTimeout = max(0, timeout.nanoseconds)
        // A virtual caller's patience counts from its last call: the clock may have moved for others since.
        let (sum, overflow) = (time.isReal ? time.elapsed : lastReturn).addingReportingOverflow(lastTimeout)
        let deadline = overflow ? .max : sum
        while true {
            let now = time.elapsed
            if let unplugged = plan.unplugged(after: opened), unplugged <= now { throw .disconnected }
            if let outcome = takePeriod(at: now, body) { return outcome }
            guard now < deadline else { throw .timedOut }
            time.wait(until: min(nextChange, deadline))
        }
    }

    /// The true time of the next period.
    private var period: Range<Int64> {
        // Held below 285 years, where a script's absurd stall would leave the range of Int64.
        let begin = Int64(min(9e18, plan.timeline.time(of: nextFrame).rounded()))
        let end = Int64(min(9e18, plan.timeline.time(of: nextFrame + framesPerPeriod).rounded(.up)))
        return begin..<end
    }

    /// The next period that no stall swallows begins with this frame.
    private func skipStalls() {
        while let silence = plan.silence(in: period), !silence.isOverrun, silence.times.upperBound < .max {
            nextFrame = plan.timeline.firstFrame(atOrAfter: silence.times.upperBound)
        }
    }

    private var nextChange: Int64 {
        skipStalls()
        let next = plan.silence(in: period)?.times.upperBound ?? period.upperBound
        return min(next, plan.unplugged(after: opened) ?? .max)
    }

    private func takePeriod(at now: Int64, _ body: (MonotonicTime, Span<Int16>) -> Void) -> PeriodOutcome? {
        skipStalls()
        let period = period
        if let silence = plan.silence(in: period) {
            guard now >= silence.times.upperBound, silence.times.upperBound < .max else { return nil }
            nextFrame = plan.timeline.firstFrame(atOrAfter: silence.times.upperBound)
            return .overrun
        }
        guard now >= period.upperBound else { return nil }
        if time.isReal, now - period.upperBound > Self.patience {
            nextFrame = plan.timeline.firstFrame(atOrAfter: now)
            return .overrun
        }
        marks.render(&samples, channels: format.channels, first: nextFrame, timeline: plan.timeline)
        apply(plan.gain(at: period.lowerBound))
        let late = jitter == 0 ? 0 : Int64(SeededRandom.mixed(seed &+ UInt64(nextFrame)) % UInt64(jitter + 1))
        nextFrame += framesPerPeriod
        // A span of a property cannot leave it; a second reference, gone before the next call, copies nothing.
        let lent = samples
        body(time.instant(period.lowerBound + late), lent.span)
        return .delivered
    }

    private func apply(_ gain: MicrophonePlan.Gain) {
        switch gain {
        case .normal: break
        case .none: for index in samples.indices { samples[index] = 0 }
        case .excessive: for index in samples.indices { samples[index] = samples[index] < 0 ? .min : .max }
        }
    }
}
