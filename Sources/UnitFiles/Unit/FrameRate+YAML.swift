import CameraModel

extension FrameRate {
    /// `30`, `12.5`, or `"30000/1001"`; 29.97 and its relatives are taken for the fractions they stand for.
    init(_ node: StrictNode) throws(UnitFileError) {
        let allowed = "1 to 240 frames per second, as 30, 12.5 or \"30000/1001\""
        let text = try node.characters(allowed)
        guard let rate = Self.parsed(text), (1...240).contains(rate.perSecond) else {
            throw node.notAllowed(text, allowed: allowed)
        }
        self = rate
    }

    private static func parsed(_ text: String) -> FrameRate? {
        // SMPTE ST 318: the rates of NTSC's descent are n·1000/1001.
        switch text {
        case "23.976", "23.98": return FrameRate(frames: 24_000, seconds: 1001)
        case "29.97": return FrameRate(frames: 30_000, seconds: 1001)
        case "59.94": return FrameRate(frames: 60_000, seconds: 1001)
        default: break
        }
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        if halves.count == 2 {
            guard let frames = digits(halves[0]), let seconds = digits(halves[1]) else { return nil }
            return reduced(frames, seconds)
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap(digits) else { return nil }
        if parts.count == 1 { return FrameRate(frames: whole, seconds: 1) }
        guard parts.count == 2, parts[1].utf8.count <= 3, whole <= 240, let fraction = digits(parts[1]) else {
            return nil
        }
        let scale = (0..<parts[1].utf8.count).reduce(UInt32(1)) { scale, _ in scale * 10 }
        return reduced(whole * scale + fraction, scale)
    }

    private static func digits(_ text: Substring) -> UInt32? {
        text.isDigits ? UInt32(text) : nil
    }

    private static func reduced(_ frames: UInt32, _ seconds: UInt32) -> FrameRate? {
        guard frames > 0, seconds > 0 else { return nil }
        var (divisor, rest) = (frames, seconds)
        while rest > 0 { (divisor, rest) = (rest, divisor % rest) }
        return FrameRate(frames: frames / divisor, seconds: seconds / divisor)
    }
}
