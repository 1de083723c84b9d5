/// Sees what a camera does, from the camera's own thread, without a say in it.
///
/// The self-test and the continuous watch look at the running camera through it: nothing is opened a second time, and a
/// recording that starts meanwhile is not disturbed. Safe from any thread; nothing in it may block or compute for long.
package protocol CameraObserver: Sendable {
    /// Something happened to the camera or its stream.
    func camera(_ event: CameraEvent, at time: MonotonicTime)

    /// Whether a picture of this time is to be taken aside; asked for each frame, after it was handed on.
    func isPictureWanted(at time: MonotonicTime) -> Bool

    /// Takes a picture that was wanted.
    func take(_ picture: ObservedPicture)
}

/// What happens to a camera.
package enum CameraEvent: Hashable, Sendable {
    /// It was opened and set up.
    case opened(Negotiation)
    /// It could not be opened, or was given up.
    case failed(CaptureError)
    /// A frame came whole.
    case frame
    /// So many frames before this one were taken and reached nobody, by the driver's own count.
    case missing(Int)
    /// The driver marked a frame as damaged, or it could not be read.
    case damaged
}
