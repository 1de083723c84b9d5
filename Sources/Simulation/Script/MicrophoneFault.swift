/// What can go wrong with a simulated microphone.
package enum MicrophoneFault: Hashable, Sendable {
    /// The cable is pulled: an open source is ``CaptureError/disconnected``, and there is nothing to open.
    case unplug
    /// The microphone is back.
    case plug
    /// No sound for this long, without a word; what follows is later by it.
    case stall(Duration)
    /// The sound of this time is lost in an overrun, which is reported at its end.
    case overrun(Duration)
    /// The device's clock runs fast by this many parts per million from now on; below zero, slow.
    case drift(partsPerMillion: Double)
}
