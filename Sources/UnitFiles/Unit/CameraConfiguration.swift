package import CameraModel

/// One camera of a unit, with what its pictures become and which microphones go with them.
package struct CameraConfiguration: Hashable, Sendable {
    /// 1 to 16 of `[a-z0-9-]`.
    package var name: String
    package var device: CameraDevice
    /// In order of preference, at least one.
    package var modes: [VideoMode]
    /// Frames that the driver may hold, 3 to 32.
    package var buffers: Int
    package var encoder: VideoEncoderSettings
    /// Keep the camera's JPEG pictures as they are, rather than code them as H.264.
    package var passesJPEG: Bool
    /// Names of microphones in the same unit, none twice.
    package var microphones: [String]
}

/// Which camera it is, by what stays the same over reboots and plugging.
package enum CameraDevice: Hashable, Sendable {
    /// The shipped simulated camera.
    case simulated
    /// A link that udev keeps, such as `/dev/v4l/by-id/…`; never `/dev/videoN`.
    case link(String)
    /// The driver's `card` and, where that alone could be another, `bus_info` (VIDIOC_QUERYCAP).
    case card(name: String, bus: String?)
}
