import CameraModel
import Evidence
import Simulation
import Synchronization

@testable import Recording

/// Packets made by hand, each of which carries its number.
enum Media {
    static let video = VideoParameters(
        coding: .h264, width: 320, height: 180, parameterSets: [0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 1])

    static func time(_ seconds: Double) -> MonotonicTime {
        MonotonicTime(nanoseconds: Int64((seconds * 1e9).rounded()))
    }

    static func picture(
        _ number: Int, at time: MonotonicTime, isKey: Bool, size: Int = 40, parameters: VideoParameters = video
    ) -> EncodedPacket {
        EncodedPacket(
            time: time, isKey: isKey, bytes: bytes(number, size: size), parameters: isKey ? parameters : nil)
    }

    static func sound(_ number: Int, at time: MonotonicTime, size: Int = 20) -> EncodedPacket {
        EncodedPacket(time: time, isKey: true, bytes: bytes(number, size: size))
    }

    static func bytes(_ number: Int, size: Int) -> [UInt8] {
        let head: [UInt8] = (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * (7 - $0))) }
        return head + [UInt8](repeating: 0xA5, count: max(0, size - 8))
    }

    /// The number that a packet was made with.
    static func number(_ bytes: [UInt8]) -> Int {
        bytes.prefix(8).reduce(0) { $0 << 8 | Int($1) }
    }

    /// A microphone's track.
    static func track(_ name: String = "cabin", rate: Int = 48_000, framesPerPacket: Int = 1024) -> AudioTrack {
        AudioTrack(
            name: name,
            parameters: AudioParameters(
                format: AudioFormat(rate: rate, channels: 1), framesPerPacket: framesPerPacket,
                configuration: [0x11, 0x88]))
    }

    /// The time of a track's block, counted from `anchor` without any rounding that adds up.
    static func blockTime(_ index: Int, of track: AudioTrack, from anchor: MonotonicTime) -> MonotonicTime {
        anchor + track.parameters.format.duration(frames: Int64(index) * Int64(track.parameters.framesPerPacket))
    }
}

extension TimelineItem {
    var picture: EncodedPacket? {
        if case .video(let packet) = self { packet } else { nil }
    }

    var sound: EncodedPacket? {
        if case .audio(_, let packet) = self { packet } else { nil }
    }

    var event: RecordEvent? {
        if case .event(let event) = self { event } else { nil }
    }
}

/// Keeps what was said.
final class Remarks: Sendable {
    private let state = Mutex<[Remark]>([])

    var all: [Remark] { state.withLock { $0 } }
    var texts: [String] { all.map(\.text) }
    var report: Report { { remark in self.state.withLock { $0.append(remark) } } }
}
