package import CameraModel

/// What has been seen of a camera since its tap was made.
package struct CameraObservation: Hashable, Sendable {
    /// Of the last time it was opened.
    package var negotiation: Negotiation?
    /// Why it gives nothing; `nil` from its first frame on.
    package var failure: CaptureError?
    /// Whole frames.
    package var frames = 0
    package var missing = 0
    package var damaged = 0
    /// The media time of the newest whole frame.
    package var lastFrame: MonotonicTime?
    /// The newest picture taken aside.
    package var picture: ObservedPicture?

    package init() {}
}
