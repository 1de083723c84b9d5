/// One microphone at this moment.
package struct MicrophoneStatus: Codable, Hashable, Sendable {
    /// Its name in the unit file.
    package var name: String
    /// Which device, as the driver names it.
    package var device: String
    /// In a few words: `capturing`, `looking for the microphone`.
    package var state: String
    /// Of the last second, in decibels below full scale; `nil` for silence, or where it is not known.
    package var level: Double?
    /// How fast its clock runs against the unit's, in millionths; `nil` until it is known.
    package var driftPartsPerMillion: Double?
    /// Times that sound was missing and silence took its place.
    package var gaps: Int
    /// How much silence that was.
    package var gapSeconds: Double

    package init(
        name: String, device: String, state: String, level: Double? = nil, driftPartsPerMillion: Double? = nil,
        gaps: Int = 0, gapSeconds: Double = 0
    ) {
        self.name = name
        self.device = device
        self.state = state
        self.level = level
        self.driftPartsPerMillion = driftPartsPerMillion
        self.gaps = gaps
        self.gapSeconds = gapSeconds
    }
}
