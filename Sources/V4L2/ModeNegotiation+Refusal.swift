import CameraModel

extension ModeNegotiation {
    /// One line for a person: what was asked, and what this camera can do instead, in the unit file's words.
    ///
    /// - Parameters:
    ///   - device: The camera's card and bus.
    ///   - offer: What it can do. At most a dozen entries are shown, the formats that a unit file can name first.
    /// - Returns: The line.
    func refusal(device: String, offer: CameraOffer) -> String {
        let asked = preferences.map { "\($0.coding) \($0.width)x\($0.height)" }.joined(separator: ", ")
        let formats = offer.formats.map { (PixelCode.coding(of: $0.code) ?? .vendor($0.code), $0) }
        let isVendor = { (format: (coding: VideoCoding, offered: OfferedFormat)) in
            if case .vendor = format.coding { true } else { false }
        }
        let ordered = formats.filter { !isVendor($0) } + formats.filter(isVendor)
        let shown = ordered.prefix(12).map { "\($0) \(list($1))" }.joined(separator: "; ")
        let more = ordered.count > 12 ? "; and \(ordered.count - 12) formats more" : ""
        return "\(device) has none of the modes asked for (\(asked)); "
            + (shown.isEmpty ? "it lists nothing that it can" : "it can \(shown)\(more)")
    }

    private func list(_ format: OfferedFormat) -> String {
        switch format.sizes {
        case .discrete(let sizes):
            let shown = sizes.prefix(12).map { describe($0, format.rates[$0]) }.joined(separator: ", ")
            return sizes.count > 12 ? shown + ", …" : shown
        case .range(let smallest, let largest, let step):
            let steps = step.width > 1 || step.height > 1 ? " in steps of \(step)" : ""
            return "\(smallest) to \(largest)\(steps)"
        }
    }

    private func describe(_ size: FrameSize, _ rates: OfferedRates?) -> String {
        switch rates {
        case nil: "\(size)"
        case .discrete(let rates): "\(size)@\(rates.map(\.description).joined(separator: "/"))"
        case .range(let slowest, let fastest): "\(size)@\(slowest)-\(fastest)"
        }
    }
}
