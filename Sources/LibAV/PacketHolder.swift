internal import CFFmpeg
internal import CameraModel

/// Owns one AVPacket, used again for packet after packet.
final class PacketHolder {
    /// Valid as long as the holder lives.
    let packet: UnsafeMutablePointer<AVPacket>

    /// An empty packet.
    ///
    /// - Throws: ``EncodingError`` when there is no memory.
    init() throws(EncodingError) {
        packet = try present(av_packet_alloc(), "av_packet_alloc")
    }

    deinit {
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&packet)
    }

    /// A copy of the bytes that the packet holds.
    var bytes: [UInt8] {
        guard let data = packet.pointee.data, packet.pointee.size > 0 else { return [] }
        return Array(UnsafeBufferPointer(start: data, count: Int(packet.pointee.size)))
    }
}
