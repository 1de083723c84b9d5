package import CameraModel

/// A camera that takes a frame at each exact instant of its shift, and fails as its script says.
///
/// It codes nothing itself: JPEG and H.264 need an encoder given to it, as the chip in a camera has one.
package struct SimulatedCamera: Camera {
    package let identity: String
    private let preferences: [VideoMode]
    private let time: SimulatedTime
    private let script: DeviceScript<CameraFault>
    private let bufferCount: Int
    private let encodings: [VideoCoding: any VideoEncoding]

    /// Describes a camera; nothing is opened.
    ///
    /// - Parameters:
    ///   - name: The card's name.
    ///   - preferences: The modes wanted, best first, as a unit file lists them.
    ///   - time: Shared with the unit's other devices.
    ///   - script: What goes wrong, and when.
    ///   - bufferCount: Frames that the driver holds for a late caller, at least 1.
    ///   - encodings: The codings besides raw that the camera has, each with what codes a YU12 picture so.
    package init(
        name: String, preferences: [VideoMode], time: SimulatedTime, script: DeviceScript<CameraFault> = .init(),
        bufferCount: Int = 4, encodings: [VideoCoding: any VideoEncoding] = [:]
    ) {
        precondition(bufferCount > 0, "a driver streams into at least one buffer")
        identity = "simulated camera \"\(name)\""
        self.preferences = preferences
        self.time = time
        self.script = script
        self.bufferCount = bufferCount
        self.encodings = encodings
    }

    package func inspect() throws(CaptureError) -> Negotiation {
        try negotiate(at: time.elapsed)
    }

    package func open() throws(CaptureError) -> any VideoSource {
        let opened = time.elapsed
        let negotiation = try negotiate(at: opened)
        let mode = negotiation.granted
        var pixels = PixelFormat.yu12
        var encoder: (any VideoEncoder)?
        if case .raw(let granted) = mode.coding {
            pixels = granted
        } else {
            encoder = try makeEncoder(mode)
        }
        return SimulatedVideoSource(
            negotiation: negotiation, picture: SimulatedPicture(pixels: pixels, width: mode.width, height: mode.height),
            encoder: encoder, plan: CameraPlan(script: script, rate: mode.rate), time: time, opened: opened,
            bufferCount: bufferCount)
    }

    private func negotiate(at now: Int64) throws(CaptureError) -> Negotiation {
        guard let first = preferences.first else { throw .modeUnavailable("no mode is wanted of \(identity)") }
        let plan = CameraPlan(script: script, rate: first.rate)
        guard plan.isPresent(at: now) else { throw .notFound(identity: identity) }
        guard let chosen = preferences.first(where: has) else {
            let wanted = preferences.map(\.description).joined(separator: ", ")
            throw .modeUnavailable("\(identity) has none of \(wanted); it has \(abilities)")
        }
        var granted = chosen
        if let size = plan.size(at: now) { (granted.width, granted.height) = size }
        guard has(granted) else {
            throw .modeUnavailable(
                "\(identity): the input is now \(granted.width)x\(granted.height); it has \(abilities)")
        }
        var remarks: [String] = []
        if granted.coding != first.coding { remarks.append("\(first.coding) asked, \(granted.coding) granted") }
        if (granted.width, granted.height) != (first.width, first.height) {
            remarks.append("\(first.width)x\(first.height) asked, \(granted.width)x\(granted.height) granted")
        }
        if granted.rate != first.rate { remarks.append("\(first.rate) fps asked, \(granted.rate) granted") }
        return Negotiation(asked: first, granted: granted, device: identity, remarks: remarks)
    }

    private func has(_ mode: VideoMode) -> Bool {
        let isCoded =
            switch mode.coding {
            case .raw: true
            case .h264, .mjpeg: encodings[mode.coding] != nil
            case .vendor: false
            }
        return isCoded && mode.width.isMultiple(of: 2) && mode.height.isMultiple(of: 2)
            && Self.widths.contains(mode.width) && Self.heights.contains(mode.height)
            && Self.rates.contains(mode.rate.perSecond)
    }

    private static let widths = 64...1920
    private static let heights = 96...1920
    private static let rates = 0.1...240

    private var abilities: String {
        let codings = PixelFormat.allCases.map(\.rawValue) + encodings.keys.map(\.description).sorted()
        return "\(codings.joined(separator: ", ")) of any even size from \(Self.widths.lowerBound)x"
            + "\(Self.heights.lowerBound) to \(Self.widths.upperBound)x\(Self.heights.upperBound)"
    }

    private func makeEncoder(_ mode: VideoMode) throws(CaptureError) -> any VideoEncoder {
        guard let encoding = encodings[mode.coding] else {
            throw .modeUnavailable("\(identity) has no encoder for \(mode.coding)")
        }
        var raw = mode
        raw.coding = .raw(.yu12)
        // About an eighth of a bit a pixel keeps the code's cells clean, and a camera's encoder is no finer.
        let bits = Double(mode.width * mode.height) * mode.rate.perSecond / 8
        let settings = VideoEncoderSettings(
            preset: "ultrafast", bitRate: max(200_000, Int(bits)), width: nil, height: nil, keyInterval: .seconds(1))
        do {
            return try encoding.makeEncoder(
                for: VideoFormat(mode: raw, bytesPerRow: PixelFormat.yu12.tightBytesPerRow(width: mode.width)),
                settings: settings)
        } catch {
            throw .modeUnavailable("\(identity) cannot deliver \(mode): \(error)")
        }
    }
}
