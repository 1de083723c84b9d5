package import CameraModel

/// A capture stream of the kernel's ALSA drivers, by the id of its card.
///
/// Only `hw:CARD=…,DEV=…,SUBDEV=…` is opened: nothing resamples, mixes or stands in for a microphone that is not there.
package struct ALSAMicrophone: Microphone {
    package let device: ALSADeviceIdentity
    package let format: AudioFormat
    /// How much sound is delivered at a time, if the hardware can; 10 to 20 ms is quick enough for everything here.
    package let period: Duration
    /// How long the reader may be away before sound is lost, if the hardware can.
    package let buffer: Duration

    package init(
        device: ALSADeviceIdentity, format: AudioFormat,
        period: Duration = .milliseconds(20), buffer: Duration = .milliseconds(1000)
    ) {
        self.device = device
        self.format = format
        self.period = period
        self.buffer = buffer
    }

    package var identity: String { device.description }

    /// Opens and configures, and closes again.
    ///
    /// - Throws: As ``open()``.
    package func inspect() throws(CaptureError) {
        _ = try configured()
    }

    /// Opens, configures and starts it, on the calling thread, which is the only one that may use the result.
    ///
    /// - Throws: ``CaptureError/notFound(identity:)`` without such a card or stream;
    ///   ``CaptureError/modeUnavailable(_:)`` for a mode that the hardware has not;
    ///   ``CaptureError/unsuitable(path:reason:)`` for an identity that can name no device;
    ///   ``CaptureError/disconnected`` when it goes away meanwhile;
    ///   ``CaptureError/system(errno:during:)``, EBUSY for a stream that another program holds.
    package func open() throws(CaptureError) -> any AudioSource {
        let (pcm, layout, name) = try configured()
        try asCaptureError { () throws(PCMFault) in try pcm.start() }
        return ALSASource(
            pcm: pcm, format: format, layout: layout, name: "\(name) (\(device.pcmName))", wantedBuffer: buffer)
    }
}
