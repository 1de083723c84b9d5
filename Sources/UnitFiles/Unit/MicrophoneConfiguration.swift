package import CameraModel

/// One microphone of a unit.
package struct MicrophoneConfiguration: Hashable, Sendable {
    /// 1 to 16 of `[a-z0-9-]`.
    package var name: String
    package var device: MicrophoneDevice
    package var format: AudioFormat
    /// Of the coded sound, in bits per second.
    package var bitRate: Int
}

/// Which microphone it is, by what stays the same over reboots and plugging.
package enum MicrophoneDevice: Hashable, Sendable {
    /// The shipped simulated microphone.
    case simulated
    /// A card's id (`/proc/asound/cards`, in brackets; never its index), PCM device and subdevice.
    case card(id: String, device: Int, subdevice: Int)
}
