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
    /// Every sample is 0 from now on.
    case silent
    /// Every sample is at one of the ends from now on, as from an input that is driven far too hard.
    case clipped
    /// The sound is the microphone's own again, after either of the two above.
    case clear
    /// The device's clock runs fast by this many parts per million from now on; below zero, slow.
    case drift(partsPerMillion: Double)
}
