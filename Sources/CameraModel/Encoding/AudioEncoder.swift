/// Codes sound.
///
/// It belongs to one thread.
package protocol AudioEncoder: AnyObject {
    var parameters: AudioParameters { get }

    /// Codes interleaved frames that follow on the ones before without a gap.
    ///
    /// - Parameter samples: Whole frames; any number of them.
    /// - Returns: The blocks that are full, each with the time at which its decoded sound is to be heard: the anchor
    ///   plus the frames before it, less what the codec's look-ahead adds.
    /// - Throws: ``EncodingError``.
    func encode(_ samples: Span<Int16>) throws(EncodingError) -> [EncodedPacket]

    /// Gives out what was kept back, the last block filled up with silence. The encoder is of no use after it.
    ///
    /// - Throws: ``EncodingError``.
    func finish() throws(EncodingError) -> [EncodedPacket]
}

/// Makes an audio encoder.
///
/// Safe from any thread.
package protocol AudioEncoding: Sendable {
    /// Makes an encoder whose first frame is captured at `anchor`.
    ///
    /// - Throws: ``EncodingError``.
    func makeEncoder(
        for format: AudioFormat, bitRate: Int, anchor: MonotonicTime
    ) throws(EncodingError) -> any AudioEncoder
}
