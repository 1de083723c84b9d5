import CameraModel
import DutyPolicy

extension SelfTestLimits {
    /// ST-08: whether the microphone hears anything, and without clipping.
    package func judgeMicrophone(_ sound: SoundMeasure) -> Judgement {
        guard sound.samples > 0 || sound.overruns > 0 else {
            return Judgement(.fail(.microphoneAbsent, sound.failure?.description ?? "no sound comes"))
        }
        let measurements = [
            Measurement("device", .text(sound.device ?? "unknown")),
            Measurement(
                "level", sound.level.map { .number(shortened($0)) } ?? .text("digital silence"), unit: "dBFS",
                threshold: "> \(shown(passSoundLevel)), warn above \(shown(warnSoundLevel))"),
            Measurement(
                "peak", sound.peakLevel.map { .number(shortened($0)) } ?? .text("digital silence"), unit: "dBFS",
                threshold: "< \(shown(clippedPeak))"),
            Measurement("overruns", Double(sound.overruns), threshold: "0"),
        ]
        func fail(_ reason: String) -> Judgement { Judgement(.fail(.microphoneSilent, reason), measurements) }
        guard sound.nonZero > 0, let level = sound.level, let peak = sound.peakLevel else {
            return fail("every sample is 0")
        }
        guard level > warnSoundLevel else { return fail("silent") }
        guard peak < clippedPeak else { return fail("clipped") }
        guard sound.overruns == 0 else { return fail("sound was lost in an overrun") }
        guard level > passSoundLevel else { return Judgement(.warn("very quiet"), measurements) }
        return Judgement(.pass, measurements)
    }

    /// ST-09: whether a prompt can be heard.
    ///
    /// - Parameter speaker: `nil` in discreet mode, when nothing may sound.
    /// - Returns: The verdict.
    package func judgeSpeaker(_ speaker: SpeakerReading?) -> Judgement {
        guard let speaker else { return .skipped("discreet mode") }
        let over = speaker.toneLevel - speaker.noiseLevel
        let measurements = [
            Measurement("prompt over noise", over, unit: "dB", threshold: ">= \(shown(speakerOverNoise))")
        ]
        return over >= speakerOverNoise
            ? Judgement(.pass, measurements) : Judgement(.fail(.indicator, "the prompt is not heard"), measurements)
    }

    /// ST-10: whether the sound device's count of time keeps to the clock of the pictures.
    package func judgeSoundClock(_ sound: SoundMeasure) -> Judgement {
        guard let drift = sound.drift else {
            return .skipped(sound.samples > 0 ? "too little sound to tell" : "no sound")
        }
        let measurements = [
            Measurement(
                "drift", drift.seconds * 1000, unit: "ms",
                threshold: "within \(shown(passSoundDrift.seconds * 1000)), "
                    + "warn within \(shown(warnSoundDrift.seconds * 1000))")
        ]
        let size = max(drift, .zero - drift)
        if size < passSoundDrift { return Judgement(.pass, measurements) }
        if size < warnSoundDrift { return Judgement(.warn("drifting"), measurements) }
        return Judgement(.fail(.soundDrift, "the sound device's clock is far off"), measurements)
    }
}
