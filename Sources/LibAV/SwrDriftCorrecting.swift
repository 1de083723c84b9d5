package import CameraModel

/// Corrects drift with libswresample.
package struct SwrDriftCorrecting: DriftCorrecting {
    package init() {}

    /// Makes a corrector for sound of `format`.
    ///
    /// - Throws: ``EncodingError/unsupported(_:)`` for a rate or a channel count out of range.
    package func makeCorrector(for format: AudioFormat) throws(EncodingError) -> any DriftCorrector {
        guard (4000...192_000).contains(format.rate), (1...2).contains(format.channels) else {
            throw .unsupported("drift of \(format.channels) channels at \(format.rate) Hz")
        }
        return try SwrDriftCorrector(format)
    }
}
