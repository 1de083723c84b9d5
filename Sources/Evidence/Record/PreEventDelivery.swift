package import CameraModel

/// How much of the time before the activation a recording holds, and why not more.
package struct PreEventDelivery: Hashable, Sendable, Codable {
    package enum Shortfall: String, Hashable, Sendable, Codable {
        /// The camera had given pictures only since then: the unit had just started, or the camera just come back.
        case cameraStarted = "camera-started"
        /// The recording before ended then; its pictures are in it.
        case previousRecording = "previous-recording"
        /// The buffer's bytes were used up.
        case byteLimit = "byte-limit"
        /// A privacy pause ended then; nothing is kept of it (clause D.3.a).
        case privacy
        /// No picture at all was held.
        case noPicture = "no-picture"
    }

    package var channel: String
    /// What the unit file asks, in seconds.
    package var configured: Double
    /// What there was, in seconds.
    package var delivered: Double
    /// `nil` when all that was configured was delivered.
    package var shortfall: Shortfall?
    /// Whether the sound of that time is in the recording.
    package var audio: Bool
    /// The first picture's time; `nil` without one.
    package var start: MonotonicTime?

    package init(
        channel: String, configured: Double, delivered: Double, shortfall: Shortfall?, audio: Bool,
        start: MonotonicTime?
    ) {
        self.channel = channel
        self.configured = configured
        self.delivered = delivered
        self.shortfall = shortfall
        self.audio = audio
        self.start = start
    }
}
