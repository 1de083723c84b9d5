package import CameraModel

/// Codes sound as AAC-LC with FFmpeg's own encoder.
package struct AACEncoding: AudioEncoding {
    package init() {}

    /// Makes an encoder whose first frame is captured at `anchor`.
    ///
    /// - Throws: ``EncodingError/unsupported(_:)`` for a rate that AAC does not have, or other than one or two channels.
    package func makeEncoder(
        for format: AudioFormat, bitRate: Int, anchor: MonotonicTime
    ) throws(EncodingError) -> any AudioEncoder {
        guard Self.rates.contains(format.rate) else {
            let known = Self.rates.map(String.init).joined(separator: ", ")
            throw .unsupported("AAC at \(format.rate) Hz; it has \(known)")
        }
        guard (1...2).contains(format.channels) else {
            throw .unsupported("AAC of \(format.channels) channels; one or two can be coded")
        }
        guard (8000...512_000).contains(bitRate) else {
            throw .unsupported("AAC at \(bitRate) bit/s; from 8000 to 512000 can be coded")
        }
        return try AACEncoder(format, bitRate: bitRate, anchor: anchor)
    }

    /// ISO/IEC 14496-3, table 1.18.
    package static let rates = [
        7350, 8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 64_000, 88_200, 96_000,
    ]
}
