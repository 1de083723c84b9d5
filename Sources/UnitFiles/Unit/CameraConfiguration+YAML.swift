import CameraModel

extension CameraConfiguration {
    init(_ node: StrictNode, microphones known: [String]) throws(UnitFileError) {
        let mapping = try node.mapping(["name", "device", "modes", "buffers", "encoder", "mjpeg", "microphones"])
        name = try mapping.required("name").name(limit: 16)
        device = try CameraDevice(mapping.required("device"))
        modes = []
        for node in try mapping.required("modes").list(of: "modes", count: 1...16) {
            let mode = try VideoMode(node)
            guard !modes.contains(mode) else { throw node.error(.duplicate(key: node.name, value: "\(mode)")) }
            modes.append(mode)
        }
        buffers = try mapping.optional("buffers")?.integer(in: 3...32) ?? 8
        encoder = try mapping.optional("encoder").map(VideoEncoderSettings.init) ?? .standard
        passesJPEG = try mapping.optional("mjpeg")?.word(["encode", "pass-through"]) == "pass-through"
        microphones = []
        for node in try mapping.optional("microphones")?.list(of: "names", count: 0...8) ?? [] {
            let name = try node.name(limit: 16)
            guard known.contains(name) else {
                throw node.error(.unknownName(key: node.name, value: name, known: known))
            }
            guard !microphones.contains(name) else { throw node.error(.duplicate(key: node.name, value: name)) }
            microphones.append(name)
        }
    }
}

extension CameraDevice {
    init(_ node: StrictNode) throws(UnitFileError) {
        let mapping = try node.mapping(["simulated", "link", "card", "bus"])
        let (key, value) = try mapping.one(of: ["simulated", "link", "card"])
        if key != "card", let bus = mapping.optional("bus") {
            throw bus.error(.contradiction("\(bus.name) goes with card only"))
        }
        switch key {
        case "link":
            self = .link(try Self.link(value))
        case "card":
            // The sizes of `card` and `bus_info` in struct v4l2_capability (linux/videodev2.h), less the final zero.
            self = .card(
                name: try value.shortText("a card's name", limit: 31),
                bus: try mapping.optional("bus")?.shortText("a bus", limit: 31))
        default:
            try value.emptyMapping()
            self = .simulated
        }
    }

    private static func link(_ node: StrictNode) throws(UnitFileError) -> String {
        let path = try node.shortText("a path", limit: 255)
        let allowed = "a link below /dev that stays the same, such as /dev/v4l/by-id/… (node numbers change)"
        let isNode = path.hasPrefix("/dev/video") && path.dropFirst(10).isDigits
        guard path.hasPrefix("/dev/"), !isNode, !path.split(separator: "/").contains("..") else {
            throw node.notAllowed(path, allowed: allowed)
        }
        return path
    }
}

extension VideoMode {
    init(_ node: StrictNode) throws(UnitFileError) {
        let mapping = try node.mapping(["coding", "width", "height", "rate"])
        self.init(
            coding: try VideoCoding(mapping.required("coding")),
            width: try mapping.required("width").integer(in: 16...8192, "pixels"),
            height: try mapping.required("height").integer(in: 16...8192, "pixels"),
            rate: try FrameRate(mapping.required("rate")))
    }
}

extension VideoCoding {
    init(_ node: StrictNode) throws(UnitFileError) {
        let pixels = PixelFormat.allCases.map(\.rawValue).joined(separator: ", ")
        let text = try node.text("a coding")
        guard let coding = Self(text) else {
            throw node.notAllowed(text, allowed: "h264, mjpeg, \(pixels), vendor:XXXX (a V4L2 four-character code)")
        }
        self = coding
    }
}
