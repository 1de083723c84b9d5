/// One camera with its microphones, at this moment.
package struct ChannelStatus: Codable, Hashable, Sendable {
    /// The camera's name in the unit file.
    package var name: String
    /// Which device, as the driver names it.
    package var device: String
    /// In a few words: `capturing`, `looking for the camera`.
    package var state: String
    /// The unit file's first choice, as text: `h264 1920x1080 at 30 fps`.
    package var asked: String?
    /// What the camera granted, as text; `nil` while there is none.
    package var granted: String?
    /// Frames per second asked.
    package var askedRate: Double?
    /// Frames per second granted.
    package var grantedRate: Double?
    /// Frames per second that really come, over the last seconds; `nil` while it is not known.
    package var deliveredRate: Double?
    /// Granted, in pixels.
    package var width: Int?
    /// Granted, in pixels.
    package var height: Int?
    /// Delivered since the daemon started, as are the next two.
    package var frames: Int
    /// Taken by the camera and never delivered.
    package var lost: Int
    /// Delivered damaged or cut short, and left out.
    package var damaged: Int
    /// What the pre-event buffer holds.
    package var preEventSeconds: Double
    /// Of the recording that runs.
    package var segments: Int
    package var microphones: [MicrophoneStatus]

    package init(
        name: String, device: String, state: String, asked: String? = nil, granted: String? = nil,
        askedRate: Double? = nil, grantedRate: Double? = nil, deliveredRate: Double? = nil, width: Int? = nil,
        height: Int? = nil, frames: Int = 0, lost: Int = 0, damaged: Int = 0, preEventSeconds: Double = 0,
        segments: Int = 0, microphones: [MicrophoneStatus] = []
    ) {
        self.name = name
        self.device = device
        self.state = state
        self.asked = asked
        self.granted = granted
        self.askedRate = askedRate
        self.grantedRate = grantedRate
        self.deliveredRate = deliveredRate
        self.width = width
        self.height = height
        self.frames = frames
        self.lost = lost
        self.damaged = damaged
        self.preEventSeconds = preEventSeconds
        self.segments = segments
        self.microphones = microphones
    }
}
