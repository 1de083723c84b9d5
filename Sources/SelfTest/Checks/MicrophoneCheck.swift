package import CameraModel

/// Watches a running microphone: ST-08 and ST-10.
package struct MicrophoneCheck: SelfTestCheck {
    package let lines: [SelfTestLine]
    package let isObserving = true
    private let tap: SoundTap
    private let limits: SelfTestLimits
    private let watch: Duration
    private var begun: MonotonicTime?
    private var since: MonotonicTime?

    /// A microphone that is just being opened has so long for its first sound.
    static let patience = Duration.seconds(4)
    private static let interval = Duration.milliseconds(100)

    /// Watches one microphone.
    ///
    /// - Parameters:
    ///   - name: The microphone's name in the unit.
    ///   - tap: What the microphone's feed observes into.
    ///   - limits: What passes.
    ///   - watch: How long it is listened to.
    package init(name: String, tap: SoundTap, limits: SelfTestLimits, watch: Duration) {
        lines = [.microphone, .soundClock].map { SelfTestLine($0, "microphone \(name)") }
        self.tap = tap
        self.limits = limits
        self.watch = watch
    }

    package mutating func begin(at now: MonotonicTime) {
        begun = now
    }

    package mutating func step(at now: MonotonicTime) -> CheckProgress {
        guard let begun else { return .waiting(until: now) }
        if since == nil {
            if let last = tap.lastSound, last > begun {
                since = now
            } else if now - begun >= Self.patience {
                return finish(tap.measure(since: begun))
            }
        }
        // A little longer, so that the sound of the whole watch has arrived.
        if let since, now - since >= watch + Self.interval * 2 { return finish(tap.measure(since: begun)) }
        return .waiting(until: now + Self.interval)
    }

    private func finish(_ sound: SoundMeasure) -> CheckProgress {
        // A microphone that went away meanwhile is absent, whatever it said before.
        var sound = sound
        if sound.failure != nil { (sound.samples, sound.overruns, sound.drift) = (0, 0, nil) }
        return .finished([limits.judgeMicrophone(sound), limits.judgeSoundClock(sound)])
    }
}
