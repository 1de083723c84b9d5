package import CameraModel

/// What a camera did while it was watched.
package struct StreamMeasure: Hashable, Sendable {
    /// Of the last time it was opened.
    package var negotiation: Negotiation?
    /// Why it gives nothing at the end of the watch; `nil` while it does.
    package var failure: CaptureError?
    /// Whole frames in the watch.
    package var frames: Int
    package var missing: Int
    package var damaged: Int
    /// From the last frame before the watch, or the first in it, to the last in it.
    package var span: Duration
    /// From the last frame to the end of the watch; `nil` when none ever came.
    package var sinceLast: Duration?

    package init(
        negotiation: Negotiation?, failure: CaptureError?, frames: Int, missing: Int, damaged: Int, span: Duration,
        sinceLast: Duration?
    ) {
        self.negotiation = negotiation
        self.failure = failure
        self.frames = frames
        self.missing = missing
        self.damaged = damaged
        self.span = span
        self.sinceLast = sinceLast
    }

    /// From what was seen at the watch's begin and at its end.
    package init(from begin: CameraObservation, to end: CameraObservation, at now: MonotonicTime) {
        self.init(
            negotiation: end.negotiation, failure: end.failure, frames: end.frames - begin.frames,
            missing: end.missing - begin.missing, damaged: end.damaged - begin.damaged,
            span: begin.lastFrame.flatMap { first in end.lastFrame.map { $0 - first } } ?? .zero,
            sinceLast: end.lastFrame.map { now - $0 })
    }

    /// Frames a second; `nil` where there were too few to tell.
    package var rate: Double? {
        span > .zero && frames > 0 ? Double(frames) / span.seconds : nil
    }

    /// Whether the camera is not there, or cannot be used, rather than there and without pictures.
    package var isAbsent: Bool {
        switch failure {
        case .none, .timedOut, .sourceChanged: negotiation == nil
        case .disconnected, .notFound, .modeUnavailable, .unsuitable, .system: true
        }
    }
}
