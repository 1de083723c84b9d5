/// A camera by its identity: something that can be opened, now or when it comes back.
///
/// Opening always starts from nothing: identity looked up again, format set again, fresh buffers.
package protocol Camera: Sendable {
    /// Which device, in words for a log: `card "vivid" on platform:vivid-000`.
    var identity: String { get }

    /// Opens and negotiates, and closes again without streaming.
    ///
    /// - Throws: As ``open()``.
    func inspect() throws(CaptureError) -> Negotiation

    /// Opens, configures and starts the camera. Call it on the thread that will capture.
    ///
    /// - Throws: ``CaptureError/notFound(identity:)`` while it is not there, ``CaptureError/modeUnavailable(_:)``
    ///   when it has none of the modes wanted, and the rest of ``CaptureError``.
    func open() throws(CaptureError) -> any VideoSource
}
