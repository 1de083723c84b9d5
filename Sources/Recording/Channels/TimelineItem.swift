package import CameraModel
package import Evidence

/// One thing on a channel's line of media, in the order in which it came.
package enum TimelineItem: Hashable, Sendable {
    case video(EncodedPacket)
    /// `track` is the microphone's place among the channel's microphones.
    case audio(track: Int, EncodedPacket)
    case event(RecordEvent)

    /// What it costs to keep, in bytes: the payload and a flat share for its frame.
    var cost: Int {
        switch self {
        case .video(let packet), .audio(_, let packet): packet.bytes.count + 96
        case .event: 256
        }
    }

    var isPicture: Bool {
        if case .video = self { true } else { false }
    }

    var isKeyPicture: Bool {
        if case .video(let packet) = self { packet.isKey } else { false }
    }

    /// Of a picture or a block of sound; `nil` for an event.
    var time: MonotonicTime? {
        switch self {
        case .video(let packet), .audio(_, let packet): packet.time
        case .event: nil
        }
    }
}
