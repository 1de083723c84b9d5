package import CameraModel

extension VideoEncoderSettings {
    /// libx264's presets, fastest first (x264.h, x264_preset_names), without `placebo`.
    static let presets = [
        "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow",
    ]

    /// What a unit file that says nothing gets: superfast, 4 Mbit/s, the camera's size, a key picture a second.
    package static let standard = Self(
        preset: "superfast", bitRate: 4_000_000, width: nil, height: nil, keyInterval: .seconds(1))

    init(_ node: StrictNode) throws(UnitFileError) {
        let mapping = try node.mapping(["preset", "bit-rate", "width", "height", "key-interval"])
        self = .standard
        if let node = mapping.optional("preset") { preset = try node.word(Self.presets) }
        if let node = mapping.optional("bit-rate") {
            bitRate = try node.integer(in: 50_000...100_000_000, "bits per second")
        }
        if let node = mapping.optional("key-interval") { keyInterval = try node.seconds(in: 0.2...2) }
        width = try mapping.optional("width").map(Self.even)
        height = try mapping.optional("height").map(Self.even)
        guard (width == nil) == (height == nil) else {
            throw node.error(.contradiction("\(node.name) needs both width and height, or neither"))
        }
    }

    /// 4:2:0 halves both sides.
    private static func even(_ node: StrictNode) throws(UnitFileError) -> Int {
        let pixels = try node.integer(in: 16...8192, "pixels")
        guard pixels.isMultiple(of: 2) else { throw node.notAllowed("\(pixels)", allowed: "even numbers") }
        return pixels
    }
}
