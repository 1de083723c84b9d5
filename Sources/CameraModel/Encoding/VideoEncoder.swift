/// Codes pictures.
///
/// The seam behind which libx264, a pass-through or a hardware encoder stands.
///
/// It belongs to one thread. It may keep pictures back, but gives every one out in order, once.
package protocol VideoEncoder: AnyObject {
    /// Codes one frame as captured.
    ///
    /// - Parameters:
    ///   - frame: Bytes as the ``VideoFormat`` that the encoder was made for lays them out; lent for the call.
    ///   - time: The frame's media time; above the time of the frame before.
    ///   - requireKey: Code it as a key picture. A pass-through cannot, and ignores it.
    /// - Returns: The packets that are ready, oldest first.
    /// - Throws: ``EncodingError``.
    func encode(
        _ frame: RawSpan, at time: MonotonicTime, requireKey: Bool
    ) throws(EncodingError) -> [EncodedPacket]

    /// What has to come before anything can be given out, in words; `nil` when nothing is waited for.
    var waitsFor: String? { get }

    /// Gives out what was kept back. The encoder is of no use after it.
    ///
    /// - Throws: ``EncodingError``.
    func finish() throws(EncodingError) -> [EncodedPacket]
}

extension VideoEncoder {
    /// Coding pictures waits for nothing.
    package var waitsFor: String? { nil }
}

/// Makes a video encoder for what a camera granted.
///
/// Safe from any thread.
package protocol VideoEncoding: Sendable {
    /// Makes the encoder, or the pass-through, for frames of `format`.
    ///
    /// - Throws: ``EncodingError/unsupported(_:)`` when it cannot code them.
    func makeEncoder(
        for format: VideoFormat, settings: VideoEncoderSettings
    ) throws(EncodingError) -> any VideoEncoder
}
