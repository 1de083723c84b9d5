package import CameraModel

/// The record's first line: which unit recorded, why, and with what.
package struct RecordingHeader: Hashable, Sendable, Codable {
    /// The record's own format; readers refuse another.
    package static let currentFormat = "dutycam-record/1"

    package var format: String
    package var unit: String
    /// `body` or `dashboard`.
    package var unitKind: String
    package var recording: Int
    /// The kernel's id of the boot; monotonic times count within it.
    package var boot: String
    /// When the start was asked for.
    package var activation: ClockReading
    /// What asked for it.
    package var trigger: String
    /// Who was on duty, and in what standing the unit was; `nil` where nobody is on duty with it.
    package var circumstances: RecordingCircumstances?
    package var channels: [ChannelDescription]

    package init(
        unit: String, unitKind: String, recording: Int, boot: String, activation: ClockReading, trigger: String,
        circumstances: RecordingCircumstances? = nil, channels: [ChannelDescription]
    ) {
        format = Self.currentFormat
        self.unit = unit
        self.unitKind = unitKind
        self.recording = recording
        self.boot = boot
        self.activation = activation
        self.trigger = trigger
        self.circumstances = circumstances
        self.channels = channels
    }
}

/// One camera with its microphones, as they were when the recording began.
package struct ChannelDescription: Hashable, Sendable, Codable {
    package var channel: String
    package var camera: CameraDescription
    package var microphones: [MicrophoneDescription]

    package init(channel: String, camera: CameraDescription, microphones: [MicrophoneDescription]) {
        self.channel = channel
        self.camera = camera
        self.microphones = microphones
    }
}

/// What was asked of a camera, what it granted and what it delivers.
package struct CameraDescription: Hashable, Sendable, Codable {
    package var identity: String
    /// Card and bus, while it is open.
    package var device: String?
    package var asked: String
    package var granted: String?
    /// Frames a second, measured.
    package var delivered: Double?
    package var remarks: [String]

    package init(
        identity: String, device: String?, asked: String, granted: String?, delivered: Double?, remarks: [String]
    ) {
        self.identity = identity
        self.device = device
        self.asked = asked
        self.granted = granted
        self.delivered = delivered
        self.remarks = remarks
    }
}

/// A microphone and its sound.
package struct MicrophoneDescription: Hashable, Sendable, Codable {
    package var name: String
    package var identity: String
    /// Frames a second.
    package var rate: Int
    package var channels: Int

    package init(name: String, identity: String, rate: Int, channels: Int) {
        self.name = name
        self.identity = identity
        self.rate = rate
        self.channels = channels
    }
}
