/// What the unit's own microphone heard of its loudspeaker.
package struct SpeakerReading: Hashable, Sendable {
    /// At the prompt's frequency while it sounds, in dBFS.
    package var toneLevel: Double
    /// At the same frequency before, in dBFS.
    package var noiseLevel: Double

    package init(toneLevel: Double, noiseLevel: Double) {
        self.toneLevel = toneLevel
        self.noiseLevel = noiseLevel
    }
}
