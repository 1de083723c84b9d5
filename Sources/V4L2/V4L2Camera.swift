package import CameraModel

/// A camera behind the kernel's V4L2, known by its identity, wherever it is plugged in.
///
/// The value itself holds nothing open, and may be shared between threads.
package struct V4L2Camera: Camera {
    private let device: VideoDeviceIdentity
    private let preferences: [VideoMode]
    private let bufferCount: Int

    package var identity: String { device.description }

    /// - Parameters:
    ///   - identity: Which camera.
    ///   - preferences: The modes to take from it, best first. A rate that it has not is replaced by the nearest.
    ///   - bufferCount: How many frames the driver may hold: 4 ride out one slow frame at 30 fps, and each costs the
    ///     memory of one.
    package init(identity: VideoDeviceIdentity, preferences: [VideoMode], bufferCount: Int = 4) {
        device = identity
        self.preferences = preferences
        self.bufferCount = bufferCount
    }

    package func inspect() throws(CaptureError) -> Negotiation {
        try ConfiguredCamera(identity: device, preferences: preferences).negotiation
    }

    package func open() throws(CaptureError) -> any VideoSource {
        try V4L2Source(
            try ConfiguredCamera(identity: device, preferences: preferences), bufferCount: bufferCount)
    }
}
