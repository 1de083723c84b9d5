/// Sees what a microphone does, from the microphone's own thread, without a say in it.
///
/// Safe from any thread; nothing in it may block or compute for long.
package protocol SoundObserver: Sendable {
    /// Something happened to the microphone.
    func microphone(_ event: MicrophoneEvent, at time: MonotonicTime)

    /// Takes a period as captured, before any correction.
    ///
    /// - Parameters:
    ///   - samples: Whole interleaved frames; lent for the call.
    ///   - format: Their layout.
    ///   - time: When the first was captured.
    func take(_ samples: Span<Int16>, format: AudioFormat, at time: MonotonicTime)
}

/// What happens to a microphone.
package enum MicrophoneEvent: Hashable, Sendable {
    /// It was opened; the driver's name for it.
    case opened(device: String)
    /// It could not be opened, or was given up.
    case failed(CaptureError)
    /// The kernel's buffer overran, and sound is missing.
    case overrun
}
