import CameraModel

extension ModeNegotiation {
    /// One line for a person: what was asked, what this camera has that comes nearest, and where to read the rest.
    ///
    /// A camera may list thousands of modes and the line must still be read, so only the nearest are in it: first those
    /// whose size is nearest to one that was asked for, of as near ones those whose coding was asked for, and formats
    /// that must be converted last. Of a mode's rates the fastest is shown.
    ///
    /// - Parameters:
    ///   - device: The camera's card and bus.
    ///   - path: The node where all modes can be listed.
    ///   - offers: What it can do, of each of its nodes.
    /// - Returns: The line.
    func refusal(device: String, path: String, offers: [CameraOffer]) -> String {
        let asked = preferences.map { "\($0.coding) \($0.width)x\($0.height)" }
        let start = "\(device) has none of the modes asked for (\(shortened(asked)))"
        var modes: [NearMode] = []
        var seen: Set<String> = []
        for format in offers.flatMap(\.formats) {
            for mode in near(format) where seen.insert("\(mode.coding) \(mode.size)").inserted { modes.append(mode) }
        }
        guard !modes.isEmpty else { return "\(start), and lists none that it has; is \(path) a camera?" }
        // By its place where the distance is the same: sort(by:) promises no order of equals.
        let nearest = modes.enumerated().sorted {
            ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
        }
        return "\(start); nearest: \(shortened(nearest.map(\.element.description))); "
            + "name one of its modes in the unit file (all: v4l2-ctl -d \(path) --list-formats-ext)"
    }

    private static let most = 6

    private func shortened(_ words: [String]) -> String {
        let more = words.count > Self.most ? " and \(words.count - Self.most) more" : ""
        return words.prefix(Self.most).joined(separator: ", ") + more
    }

    private func near(_ format: OfferedFormat) -> [NearMode] {
        let known = PixelCode.coding(of: format.code)
        let coding = known ?? .vendor(format.code)
        let sizes: [FrameSize] =
            switch format.sizes {
            case .discrete(let sizes): sizes
            // Of a range those that come nearest, each to a size that was asked for.
            case .range: preferences.map { format.sizes.nearest(to: FrameSize(of: $0)) }
            }
        return sizes.map { size in
            let distance = preferences.map { size.distance(to: FrameSize(of: $0)) }.min() ?? 0
            let isAsked = preferences.contains { $0.coding == coding }
            // The worst of a known coding comes before the best of one that must be converted.
            let penalty = known == nil ? 1e6 : isAsked ? 0 : 0.01
            return NearMode(
                coding: coding, size: size, fastest: format.rates[size]?.fastest, distance: distance + penalty)
        }
    }
}

/// A mode that a camera has, with how far it is from what was asked for.
private struct NearMode: CustomStringConvertible {
    let coding: VideoCoding
    let size: FrameSize
    /// `nil` where the driver lists no rates.
    let fastest: FrameRate?
    let distance: Double

    var description: String { "\(coding) \(size)" + (fastest.map { "@\($0)" } ?? "") }
}

extension FrameSize {
    /// 0 for the same size, 1 for double the width or half of it, and so on for the height.
    fileprivate func distance(to other: FrameSize) -> Double {
        ratio(width, other.width) + ratio(height, other.height) - 2
    }

    /// The larger by the smaller; a size of zero, which only a broken driver lists, counts as one.
    private func ratio(_ left: Int, _ right: Int) -> Double {
        let (left, right) = (Double(max(1, left)), Double(max(1, right)))
        return max(left, right) / min(left, right)
    }
}
