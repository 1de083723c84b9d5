package import CameraModel

/// A microphone that marks the shift's whole seconds with tones, on a clock of its own that may drift.
package struct SimulatedMicrophone: Microphone {
    package let identity: String
    package let format: AudioFormat
    private let time: SimulatedTime
    private let plan: MicrophonePlan
    private let marks: SoundMarks
    private let jitter: Duration
    private let seed: UInt64

    /// Describes a microphone; nothing is opened.
    ///
    /// - Parameters:
    ///   - name: The card's name.
    ///   - format: What it delivers: 8 000 to 192 000 frames a second, 1 or 2 channels; another is refused on opening.
    ///   - time: Shared with the unit's other devices.
    ///   - script: What goes wrong, and when.
    ///   - jitter: By how much, at most, a period's time is late, as a driver's interrupt is.
    ///   - seed: Of the jitter.
    package init(
        name: String, format: AudioFormat, time: SimulatedTime, script: DeviceScript<MicrophoneFault> = .init(),
        jitter: Duration = .microseconds(500), seed: UInt64 = 1
    ) {
        identity = "simulated microphone \"\(name)\""
        self.format = format
        self.time = time
        self.jitter = jitter
        self.seed = seed
        let rate = min(max(format.rate, 8000), 192_000)
        plan = MicrophonePlan(script: script, rate: rate)
        marks = SoundMarks(rate: rate)
    }

    package func inspect() throws(CaptureError) {
        guard plan.isPresent(at: time.elapsed) else { throw .notFound(identity: identity) }
        guard (8000...192_000).contains(format.rate), (1...2).contains(format.channels) else {
            throw .modeUnavailable(
                "\(identity) has 8000 to 192000 Hz with 1 or 2 channels; \(format.rate) Hz with \(format.channels) "
                    + "channels asked")
        }
    }

    package func open() throws(CaptureError) -> any AudioSource {
        try inspect()
        return SimulatedAudioSource(
            device: identity, format: format, plan: plan, marks: marks, time: time, jitter: jitter, seed: seed)
    }
}
