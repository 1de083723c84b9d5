import CLinux
import CameraModel

/// A node of the camera, with the mode that would be taken from it.
struct ModeCandidate {
    let device: Device
    /// From the device's input.
    let remarks: [String]
    private var offer: CameraOffer

    /// The node that has the mode asked for most; the lowest number of several.
    ///
    /// Some webcams give H.264 on a second node.
    ///
    /// - Parameters:
    ///   - devices: At least one.
    ///   - negotiation: What is wanted.
    /// - Returns: That node, open.
    /// - Throws: ``CaptureError/modeUnavailable(_:)`` when no node has any of the modes.
    static func best(among devices: [Device], _ negotiation: ModeNegotiation) throws(CaptureError) -> ModeCandidate {
        var best: (rank: Int, candidate: ModeCandidate)?
        var offers: [CameraOffer] = []
        for device in devices {
            let candidate = try ModeCandidate(device: device, negotiation)
            guard let choice = negotiation.choose(from: candidate.offer) else {
                offers.append(candidate.offer)
                continue
            }
            if best == nil || choice.rank < best?.rank ?? 0 { best = (choice.rank, candidate) }
        }
        if let best { return best.candidate }
        let first = devices.first
        throw .modeUnavailable(
            negotiation.refusal(
                device: first?.capabilities.device ?? "the camera", path: first?.path ?? "/dev/videoN", offers: offers))
    }

    private init(device: Device, _ negotiation: ModeNegotiation) throws(CaptureError) {
        self.device = device
        remarks = try device.adoptInput()
        offer = try device.offer(for: negotiation.preferences)
        // The library asks the camera once more for everything, so only when somebody wants it.
        try addConversions(negotiation) { code in
            negotiation.preferences.contains { $0.coding == .vendor(code) }
        }
        if negotiation.choose(from: offer) == nil {
            try addConversions(negotiation) { PixelCode.coding(of: $0) == nil }
        }
    }

    private mutating func addConversions(
        _ negotiation: ModeNegotiation, _ isWanted: (FourCC) -> Bool
    ) throws(CaptureError) {
        let codes = offer.formats.map(\.code).filter(isWanted)
        guard device.queue == .singlePlanar, !codes.isEmpty else { return }
        let converter = try VendorConverter(device: device, codes: codes)
        let sizes = negotiation.preferences.map { FrameSize(of: $0) }
        offer.conversions += sizes.compactMap(converter.conversion(to:))
    }

    /// Sets the camera (VIDIOC_S_FMT), and passes over formats that it lists and then does not grant.
    ///
    /// - Throws: ``CaptureError/modeUnavailable(_:)`` when nothing that it lists is granted.
    func apply(_ negotiation: ModeNegotiation) throws(CaptureError) -> CameraSetting {
        var offer = offer
        while let choice = negotiation.choose(from: offer) {
            let (picture, format) = try device.setFormat(choice.code, choice.source)
            let isSame = picture.code == choice.code && picture.isPlausible
            // A picture of another size is still a picture; the library, though, was asked about this one.
            if isSame, !choice.isConverted || picture.size == choice.source {
                return CameraSetting(choice: choice, picture: picture, format: format)
            }
            offer.formats.removeAll { $0.code == choice.code }
            offer.conversions.removeAll { $0.code == choice.code }
        }
        throw .modeUnavailable(
            "\(device.capabilities.device) lists the modes asked for, and grants none of them")
    }
}

/// What a camera was set to.
struct CameraSetting {
    let choice: ModeChoice
    let picture: GrantedPicture
    /// As the driver said it, which libv4lconvert wants.
    let format: v4l2_format
}
