import CLinux
import CameraModel

/// A camera that was found, chosen a mode for, and set to it, but does not stream yet.
struct ConfiguredCamera {
    let device: Device
    let format: VideoFormat
    let negotiation: Negotiation
    /// How a buffer becomes the bytes that are lent.
    let assembly: PictureAssembly
    /// Memory planes of a buffer.
    let planeCount: Int

    /// Finds the camera and sets it to the first of `preferences` that it has.
    ///
    /// - Throws: ``CaptureError``, with ``CaptureError/modeUnavailable(_:)`` when it has none of them.
    init(identity: VideoDeviceIdentity, preferences: [VideoMode]) throws(CaptureError) {
        guard let first = preferences.first else { throw .modeUnavailable("no mode is asked for") }
        let negotiation = ModeNegotiation(preferences: preferences)
        let candidate = try ModeCandidate.best(among: DeviceDirectory.nodes(of: identity), negotiation)
        let device = candidate.device
        var remarks = candidate.remarks
        let setting = try candidate.apply(negotiation)
        let (choice, picture) = (setting.choice, setting.picture)
        let asked = preferences[choice.rank]
        // Before the rate: some cameras take the longest exposure that the rate allows from it.
        remarks += try device.keepRateSteady()
        let rate = try device.setRate(choice.rate)
        if choice.coding == .h264 { remarks += try device.askForKeyFrames(rate: rate ?? choice.rate) }
        try device.subscribeToChanges()

        let assembly = try PictureAssembly(device: device, setting: setting)
        let size = choice.isConverted ? choice.size : picture.size
        format = VideoFormat(
            mode: VideoMode(
                coding: choice.coding, width: size.width, height: size.height, rate: rate ?? asked.rate),
            bytesPerRow: assembly.bytesPerRow)
        self.negotiation = Negotiation(
            asked: first,
            granted: VideoMode(
                coding: choice.isConverted ? .vendor(picture.code) : choice.coding, width: picture.size.width,
                height: picture.size.height, rate: rate ?? asked.rate),
            device: device.capabilities.device,
            remarks: negotiation.remarks(on: choice, picture: picture, rate: rate) + remarks)
        self.device = device
        self.assembly = assembly
        planeCount = picture.planes.count
    }
}
