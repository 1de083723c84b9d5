/// One coded picture, or one coded block of sound.
///
/// The bytes are reference-counted: a packet is passed on, not copied.
package struct EncodedPacket: Hashable, Sendable {
    /// When it is to be shown or heard, on the media clock.
    ///
    /// Decoding order is presentation order: no B-frames.
    package var time: MonotonicTime
    /// Whether a segment can start with it.
    ///
    /// Always true for sound and for JPEG.
    package var isKey: Bool
    /// H.264 with start codes (Annex B), a JPEG picture, or one raw AAC block.
    package var bytes: [UInt8]
    /// On key pictures, what a decoder needs before it; `nil` on all others, and for sound.
    package var parameters: VideoParameters?

    package init(time: MonotonicTime, isKey: Bool, bytes: [UInt8], parameters: VideoParameters? = nil) {
        self.time = time
        self.isKey = isKey
        self.bytes = bytes
        self.parameters = parameters
    }
}
