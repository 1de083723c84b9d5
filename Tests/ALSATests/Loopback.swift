import ALSA
import CameraModel
import Foundation

/// The snd-aloop card of the virtual unit: what is written into device 0 comes out of device 1.
enum Loopback {
    static var isHere: Bool { ProcessInfo.processInfo.environment["DUTYCAM_ALOOP"] == "1" }

    static func microphone(
        subdevice: Int, rate: Int = 48_000, channels: Int = 1, period: Duration = .milliseconds(20),
        buffer: Duration = .seconds(1)
    ) -> ALSAMicrophone {
        ALSAMicrophone(
            device: ALSADeviceIdentity(card: "Loopback", device: 1, subdevice: subdevice),
            format: AudioFormat(rate: rate, channels: channels), period: period, buffer: buffer)
    }

    /// Unbinds the driver from its card, as when a USB microphone is pulled out.
    ///
    /// The kernel finishes it only when the last user has closed, so this returns at once.
    static func pullOut() throws -> Process {
        try run("/bin/sh", ["-c", "echo snd_aloop.0 > /sys/bus/platform/drivers/snd_aloop/unbind"])
    }

    /// Binds it again.
    static func putBack() throws -> Process {
        try run("/bin/sh", ["-c", "echo snd_aloop.0 > /sys/bus/platform/drivers/snd_aloop/bind"])
    }

    static func run(_ program: String, _ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        try process.run()
        return process
    }
}
