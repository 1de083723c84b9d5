/// A microphone by its identity: something that can be opened, now or when it comes back.
package protocol Microphone: Sendable {
    /// Which device, in words for a log: `card "Loopback", device 1`.
    var identity: String { get }

    /// What will be delivered; a device that cannot is ``CaptureError/modeUnavailable(_:)``.
    var format: AudioFormat { get }

    /// Opens and configures, and closes again.
    ///
    /// - Throws: As ``open()``.
    func inspect() throws(CaptureError)

    /// Opens, configures and starts it. Never falls back to another microphone. Call it on the thread that captures.
    ///
    /// - Throws: ``CaptureError``.
    func open() throws(CaptureError) -> any AudioSource
}
