package import CameraModel

/// Keeps sound on the media clock: decides how much to stretch it, and where silence or a cut is needed.
///
/// A value without clock or I/O. The output is one unbroken line of frames at exactly the nominal rate from its anchor;
/// the error is how far the next frame's place on that line is from when it was really captured. A proportional and
/// integral servo (time constant about 20 s, critically damped) keeps the error near zero by at most 500 parts per
/// million of stretch; what is more than that is missing or surplus sound, and is said so.
package struct SoundClock: Hashable, Sendable {
    /// What to do with a period that has come.
    package struct Decision: Hashable, Sendable {
        /// Frames of silence to put in before it.
        package var silence: Int64 = 0
        /// Frames to throw away from its start; not more than it has.
        package var discard: Int64 = 0
        /// How much longer the sound is to become.
        package var partsPerMillion: Double = 0
    }

    private let format: AudioFormat
    private let anchor: MonotonicTime
    /// Frames put out since the anchor.
    package private(set) var framesOut: Int64 = 0
    /// Frames that are still to be thrown away, when one period was not enough.
    private var surplus: Int64 = 0
    private var error: Double?
    private var integral = 0.0
    private var lastPeriod: MonotonicTime?
    /// The drift that the device was measured to have.
    package private(set) var drift = DriftMeter()

    /// More error than this is no drift: sound is missing or surplus.
    static let discontinuity = Duration.milliseconds(35)
    /// Most stretch, in parts per million: below what anybody hears.
    package static let limit = 500.0
    /// Smoothing of the error, in seconds: drivers' stamps jitter.
    private static let smoothing = 1.0
    /// The servo's gain: parts per million for each second of error.
    private static let gain = 1e6 / 10

    /// Starts the line of output.
    package init(format: AudioFormat, anchor: MonotonicTime) {
        self.format = format
        self.anchor = anchor
    }

    /// When the next frame out is to be heard.
    package var position: MonotonicTime {
        anchor + format.duration(frames: framesOut)
    }

    /// Takes a period that the device captured.
    ///
    /// - Parameters:
    ///   - time: When its first frame was captured.
    ///   - frames: How many there are.
    ///   - held: Frames that went in before and have not come out: the corrector's delay.
    ///   - isAfterLoss: The device has lost sound or was opened anew: the difference is silence, to the frame.
    /// - Returns: What to do.
    package mutating func take(
        time: MonotonicTime, frames: Int64, held: Int64, isAfterLoss: Bool
    ) -> Decision {
        var decision = Decision()
        // Above zero: the sound is placed later than it was captured.
        var late = (position - (time - format.duration(frames: held))).seconds
        if isAfterLoss || surplus == 0 && abs(late) > Self.discontinuity.seconds {
            let difference = Int64((abs(late) * Double(format.rate)).rounded())
            decision.silence = late < 0 ? difference : 0
            surplus = late < 0 ? 0 : difference
            drift.restart()
            error = nil
            late = 0
        } else if surplus > 0 {
            late = 0
        }
        decision.discard = min(surplus, frames)
        surplus -= decision.discard
        let seconds = lastPeriod.map { min(1, max(0, (time - $0).seconds)) } ?? 0
        lastPeriod = time
        let smoothed = error.map { $0 + (late - $0) * min(1, seconds / Self.smoothing) } ?? late
        error = smoothed
        // Critically damped: the integral's gain is a quarter of the proportional one's square, per second.
        integral += smoothed * seconds * Self.gain / 40
        integral = min(Self.limit, max(-Self.limit, integral))
        decision.partsPerMillion = min(Self.limit, max(-Self.limit, -(smoothed * Self.gain + integral)))
        drift.take(time: time, frames: frames, rate: format.rate)
        return decision
    }

    /// Counts frames that have been put out.
    package mutating func put(frames: Int64) {
        framesOut += frames
    }

    /// Frames of silence that bring the output up to `time`; 0 when it is there.
    package func silence(until time: MonotonicTime) -> Int64 {
        max(0, format.frames(in: time - position))
    }
}

/// Measures how fast a device's clock runs against the media clock, by a straight line through all its periods.
package struct DriftMeter: Hashable, Sendable {
    private var start: MonotonicTime?
    private var position: Int64 = 0
    private var count = 0.0
    private var sumTime = 0.0
    private var sumOffset = 0.0
    private var sumTimeTime = 0.0
    private var sumTimeOffset = 0.0

    package init() {}

    /// Parts per million, above zero when the device is fast; `nil` before ten seconds of unbroken sound.
    package var partsPerMillion: Double? {
        guard let span = sumTime > 0 ? sumTime / count * 2 : nil, span >= 10 else { return nil }
        let spread = count * sumTimeTime - sumTime * sumTime
        guard spread > 0 else { return nil }
        return (count * sumTimeOffset - sumTime * sumOffset) / spread * 1e6
    }

    /// Begins anew, behind a gap.
    mutating func restart() {
        self = DriftMeter()
    }

    /// Takes a period: its first frame's time, and how many frames it has.
    mutating func take(time: MonotonicTime, frames: Int64, rate: Int) {
        let begin = start ?? time
        start = begin
        let elapsed = (time - begin).seconds
        // How far the device has counted ahead of the clock, in seconds: small, so that no digits are lost.
        let offset = Double(position) / Double(rate) - elapsed
        count += 1
        sumTime += elapsed
        sumOffset += offset
        sumTimeTime += elapsed * elapsed
        sumTimeOffset += elapsed * offset
        position += frames
    }
}
