import CameraModel
import Control

/// A status as a person reads it.
struct StatusReport {
    private let status: UnitStatus

    init(_ status: UnitStatus) {
        self.status = status
    }

    var text: String {
        var lines = ["\(status.unit): \(state)"]
        lines +=
            [""]
            + TextTable.lines(
                [["camera", "state", "fps", "asked", "picture", "frames", "lost", "damaged", "pre-event", "segments"]]
                    + status.channels.map(cells))
        let microphones = status.channels.flatMap { channel in channel.microphones.map { (channel.name, $0) } }
        if !microphones.isEmpty {
            lines +=
                [""]
                + TextTable.lines(
                    [["microphone", "with", "state", "level", "drift", "gaps"]] + microphones.map { cells($0, $1) })
        }
        lines.append("")
        lines.append("storage: \(storage)")
        lines.append("clock: \(clock)")
        lines += status.problems.map { "! \($0)" }
        return lines.joined(separator: "\n")
    }

    private var state: String {
        guard let recording = status.recording else { return status.state.rawValue }
        return "\(status.state.rawValue) \(recording.line)"
    }

    private var storage: String {
        let kept = "\(status.storage.minimumFreeBytes >> 20) MiB of it kept free"
        guard let free = status.storage.freeBytes else { return "cannot be read; \(kept)" }
        return "\(free >> 20) MiB free, \(kept)"
    }

    private var clock: String {
        let error = status.clock.uncertaintySeconds.map { ", within \(rounded($0, places: 3)) s" } ?? ""
        return "\(status.clock.utc), \(status.clock.source.rawValue)\(error)"
    }

    private func cells(_ channel: ChannelStatus) -> [String] {
        [
            channel.name, channel.state, rounded(channel.deliveredRate), rounded(channel.askedRate),
            channel.granted ?? "-", "\(channel.frames)", "\(channel.lost)", "\(channel.damaged)",
            "\(rounded(channel.preEventSeconds)) s", "\(channel.segments)",
        ]
    }

    private func cells(_ camera: String, _ microphone: MicrophoneStatus) -> [String] {
        [
            microphone.name, camera, microphone.state, microphone.level.map { "\(rounded($0)) dB" } ?? "-",
            microphone.driftPartsPerMillion.map { "\(rounded($0)) ppm" } ?? "-",
            "\(microphone.gaps) (\(rounded(microphone.gapSeconds)) s)",
        ]
    }

    /// Columns as wide as their widest cell, two spaces apart, below an empty line.
    private func rounded(_ value: Double?, places: Int = 1) -> String {
        // Beyond this a Double does not fit an Int, and no measurement of ours is that large.
        guard let value, value.magnitude < 1e12 else { return "-" }
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        return "\((value * scale).rounded() / scale)"
    }
}
