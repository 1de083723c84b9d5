package import CameraModel

/// What a microphone did while it was watched.
package struct SoundMeasure: Hashable, Sendable {
    /// The driver's name for it; `nil` when it never opened.
    package var device: String?
    /// Why it gives nothing at the end of the watch; `nil` while it does.
    package var failure: CaptureError?
    /// Samples of all channels.
    package var samples: Int
    /// Samples that are not 0.
    package var nonZero: Int
    /// The sum of the squares of all samples.
    package var squares: Double
    /// The largest magnitude, of 32 768.
    package var peak: Int
    package var overruns: Int
    /// By how much the device's own count of time ran ahead of the media clock; `nil` where too little came to tell.
    package var drift: Duration?

    package init(
        device: String?, failure: CaptureError?, samples: Int, nonZero: Int, squares: Double, peak: Int, overruns: Int,
        drift: Duration?
    ) {
        self.device = device
        self.failure = failure
        self.samples = samples
        self.nonZero = nonZero
        self.squares = squares
        self.peak = peak
        self.overruns = overruns
        self.drift = drift
    }

    /// The root of the mean square, in dBFS of a full-scale sample; `nil` for digital silence.
    package var level: Double? {
        samples > 0 && squares > 0 ? decibels((squares / Double(samples)).squareRoot() / 32_768) : nil
    }

    /// In dBFS; `nil` for digital silence.
    package var peakLevel: Double? {
        peak > 0 ? decibels(Double(peak) / 32_768) : nil
    }
}
