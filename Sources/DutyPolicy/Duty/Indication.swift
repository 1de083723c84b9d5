/// What a prompt is made of: light, tones, vibration and words; a unit gives what it is fitted with.
package struct Indication: Hashable, Sendable {
    package enum Light: String, Hashable, Sendable, Codable {
        case red, redBlinking = "red-blinking", green, greenBlinking = "green-blinking", amber,
            amberBlinking = "amber-blinking", blue
    }

    package var light: Light?
    package var tones: Int
    package var pulses: Int
    /// In the language of the sources; a language file may put others in its place.
    package var words: String?

    package init(light: Light? = nil, tones: Int = 0, pulses: Int = 0, words: String? = nil) {
        self.light = light
        self.tones = tones
        self.pulses = pulses
        self.words = words
    }

    /// Without light and sound, for an officer who must not be seen or heard.
    package var discreet: Indication { Indication(pulses: pulses) }
}

extension Prompt {
    package var indication: Indication {
        switch self {
        case .recording: Indication(light: .red, tones: 2, pulses: 2, words: "recording")
        case .recordingAlready: Indication(light: .red, pulses: 1)
        case .cannotRecordYet: Indication(light: .amberBlinking, tones: 4, pulses: 4, words: "not recording")
        case .stateReason: Indication(light: .redBlinking, tones: 1, pulses: 1, words: "state reason")
        case .supervisorConsulted: Indication(light: .redBlinking, pulses: 1, words: "supervisor consulted?")
        case .confirmAgain: Indication(light: .redBlinking, tones: 1, pulses: 2, words: "confirm again")
        case .triggersStillOn: Indication(pulses: 1, words: "triggers still on")
        case .recordingGoesOn: Indication(light: .red, tones: 2, pulses: 2, words: "recording goes on")
        case .stopped: Indication(light: .green, tones: 1, pulses: 1, words: "stopped")
        case .interruptedReminder: Indication(light: .amberBlinking, tones: 1, pulses: 2)
        case .interruptedLong: Indication(light: .amberBlinking, tones: 2, pulses: 2, words: "not recording")
        case .privacyBegun: Indication(light: .blue, pulses: 1, words: "privacy")
        case .privacyReminder: Indication(light: .blue, pulses: 2)
        case .privacyEnded: Indication(light: .green, tones: 1, pulses: 1, words: "privacy ended")
        case .triggerInPrivacy: Indication(light: .blue, pulses: 3)
        case .recordingReminder: Indication(light: .red, tones: 2, pulses: 2)
        case .marked: Indication(pulses: 1)
        case .muted: Indication(light: .redBlinking, pulses: 1)
        case .unmuted: Indication(light: .red, pulses: 1)
        case .stillMuted: Indication(light: .redBlinking, tones: 1, pulses: 2, words: "still muted")
        case .ready: Indication(light: .green, tones: 1, words: "ready")
        case .selfTestRunning: Indication(light: .greenBlinking, words: "self-test")
        case .selfTestPassed: Indication(light: .green, tones: 2, words: "self-test passed")
        case .getReplacement:
            Indication(light: .amber, tones: 4, pulses: 4, words: "self-test failed, get a replacement")
        case .trainingExpired: Indication(light: .amber, tones: 1, words: "training is not current")
        case .malfunction: Indication(light: .amberBlinking, tones: 2, pulses: 3, words: "malfunction")
        case .malfunctionEnded: Indication(light: .green, tones: 1, pulses: 1)
        case .endingByFault: Indication(light: .amberBlinking, tones: 4, pulses: 4, words: "recording ends")
        case .discreetEnded: Indication(tones: 1, pulses: 1)
        case .shiftEndsAfterRecording: Indication(light: .red, pulses: 1, words: "shift ends after the recording")
        case .refused: Indication(tones: 3, pulses: 1)
        }
    }

    /// The clause that it serves.
    package var clause: ClauseID {
        switch self {
        case .recording, .recordingAlready, .refused: "D.2.b"
        case .triggersStillOn, .recordingGoesOn, .recordingReminder, .marked, .muted, .unmuted, .stillMuted,
            .confirmAgain:
            "D.2.c"
        case .stateReason, .stopped: "D.3.b(2)"
        case .supervisorConsulted: "D.3.b(1)"
        case .interruptedReminder, .interruptedLong, .privacyEnded: "D.3.c"
        case .privacyBegun, .privacyReminder, .triggerInPrivacy: "D.3.a"
        case .ready, .selfTestRunning, .selfTestPassed: "D.1.b"
        case .getReplacement: "D.1.b(1)"
        case .trainingExpired: "E"
        case .cannotRecordYet, .malfunction, .malfunctionEnded, .endingByFault: "D.4"
        case .discreetEnded: "B.4"
        case .shiftEndsAfterRecording: "D.5.a"
        }
    }
}
