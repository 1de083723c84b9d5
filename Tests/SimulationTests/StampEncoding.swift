import CameraModel

/// Codes a picture as the bytes of its time, 8 little-endian and 8 zero, keeping back as many as told.
struct StampEncoding: VideoEncoding {
    var keptBack = 0
    var failsAt: MonotonicTime?

    func makeEncoder(
        for format: VideoFormat, settings: VideoEncoderSettings
    ) throws(EncodingError) -> any VideoEncoder {
        guard format.mode.coding == .raw(.yu12) else { throw .unsupported("\(format.mode.coding)") }
        return StampEncoder(keptBack: keptBack, failsAt: failsAt)
    }
}

private final class StampEncoder: VideoEncoder {
    private let keptBack: Int
    private let failsAt: MonotonicTime?
    private var packets: [EncodedPacket] = []

    init(keptBack: Int, failsAt: MonotonicTime?) {
        self.keptBack = keptBack
        self.failsAt = failsAt
    }

    func encode(
        _ frame: RawSpan, at time: MonotonicTime, requireKey: Bool
    ) throws(EncodingError) -> [EncodedPacket] {
        if time == failsAt { throw .malformed("told so") }
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: time.nanoseconds >> (8 * $0)) }
        packets.append(
            EncodedPacket(
                time: time, isKey: requireKey, bytes: bytes + [requireKey ? 1 : 0] + [UInt8](repeating: 0, count: 7)))
        guard packets.count > keptBack else { return [] }
        return [packets.removeFirst()]
    }

    func finish() throws(EncodingError) -> [EncodedPacket] {
        defer { packets = [] }
        return packets
    }
}
