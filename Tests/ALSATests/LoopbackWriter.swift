import Foundation
import Testing

/// aplay, which writes counted frames into the loopback until it is let go.
///
/// Channel 0 counts 1, 2, … 30000 and again; channel 1 the same below zero. So the frames in a capture tell by
/// themselves whether one is missing, and silence is none of them.
final class LoopbackWriter {
    static let cycle = 30_000
    private let process: Process
    private let file: URL

    /// Starts it and waits until the kernel plays.
    ///
    /// `encoding` is aplay's name, `S16_LE`; what is wider than 16 bits has noise in its lower bits.
    init(
        subdevice: Int, rate: Int = 48_000, channels: Int = 1, encoding: String = "S16_LE", bytesPerSample: Int = 2,
        seconds: Int = 10
    ) throws {
        var bytes: [UInt8] = []
        for frame in 0..<rate * seconds {
            let value = Int16(frame % Self.cycle + 1)
            for channel in 0..<channels {
                for _ in 2..<max(2, bytesPerSample) { bytes.append(UInt8(truncatingIfNeeded: frame &* 37)) }
                let sample = UInt16(bitPattern: channel == 0 ? value : -value)
                bytes.append(UInt8(truncatingIfNeeded: sample))
                bytes.append(UInt8(truncatingIfNeeded: sample >> 8))
            }
        }
        file = FileManager.default.temporaryDirectory.appendingPathComponent("aloop-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        process = try Loopback.run(
            "/usr/bin/aplay",
            [
                "-q", "-D", "hw:CARD=Loopback,DEV=0,SUBDEV=\(subdevice)", "-t", "raw", "-f", encoding, "-r", "\(rate)",
                "-c", "\(channels)", "--buffer-time=1000000", file.path,
            ])
        try waitUntilRunning(subdevice)
    }

    deinit {
        // aplay plays on to the end when it is asked to terminate.
        _ = kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: file)
    }

    private func waitUntilRunning(_ subdevice: Int) throws {
        for _ in 0..<1000 {
            let status = try String(
                contentsOfFile: "/proc/asound/Loopback/pcm0p/sub\(subdevice)/status", encoding: .utf8)
            if status.contains("state: RUNNING") { return }
            try #require(process.isRunning)
            usleep(10_000)
        }
        Issue.record("aplay does not run")
    }
}
