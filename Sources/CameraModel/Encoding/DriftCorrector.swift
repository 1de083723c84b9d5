/// Stretches or squeezes sound by parts per million, so that it keeps to the media clock.
///
/// It belongs to one thread and keeps the frames that its filter needs.
package protocol DriftCorrector: AnyObject {
    /// Resamples interleaved frames.
    ///
    /// - Parameters:
    ///   - samples: Whole frames.
    ///   - partsPerMillion: How much longer the output becomes; within ±500.
    /// - Returns: Whole frames, as many as are ready.
    /// - Throws: ``EncodingError``.
    func resample(_ samples: Span<Int16>, partsPerMillion: Double) throws(EncodingError) -> [Int16]

    /// Frames taken in that have not come out yet, in input frames: what the filter delays.
    var framesHeld: Int64 { get }
}

/// Makes a drift corrector.
///
/// Safe from any thread.
package protocol DriftCorrecting: Sendable {
    /// Makes a corrector for sound of `format`.
    ///
    /// - Throws: ``EncodingError``.
    func makeCorrector(for format: AudioFormat) throws(EncodingError) -> any DriftCorrector
}
