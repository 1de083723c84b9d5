import CameraModel

extension ModeNegotiation {
    /// One line for a person: what was asked, and what this camera can do instead, in the unit file's words.
    ///
    /// Formats with the same sizes share an entry, those that need no conversion first, and of the rates only the
    /// fastest is shown: a camera that lists a hundred formats must still fit a line of a log.
    ///
    /// - Parameters:
    ///   - device: The camera's card and bus.
    ///   - offer: What it can do.
    /// - Returns: The line.
    func refusal(device: String, offer: CameraOffer) -> String {
        let asked = preferences.map { "\($0.coding) \($0.width)x\($0.height)" }.joined(separator: ", ")
        var entries: [(sizes: String, codings: [VideoCoding])] = []
        for isKnown in [true, false] {
            for format in offer.formats where (PixelCode.coding(of: format.code) != nil) == isKnown {
                let coding = PixelCode.coding(of: format.code) ?? .vendor(format.code)
                let sizes = list(format)
                if let index = entries.firstIndex(where: { $0.sizes == sizes }) {
                    if !entries[index].codings.contains(coding) { entries[index].codings.append(coding) }
                } else {
                    entries.append((sizes, [coding]))
                }
            }
        }
        let shown = entries.map { "\(shortened($0.codings.map(\.description), to: 6)) at \($0.sizes)" }
        return "\(device) has none of the modes asked for (\(asked)); "
            + (shown.isEmpty ? "it lists nothing that it can" : "it can \(shortened(shown, to: 6, by: "; "))")
    }

    private func list(_ format: OfferedFormat) -> String {
        switch format.sizes {
        case .discrete(let sizes):
            return shortened(sizes.map { "\($0)\(fastest(format.rates[$0]))" }, to: 12)
        case .range(let smallest, let largest, let step):
            let steps = step.width > 1 || step.height > 1 ? " in steps of \(step)" : ""
            return "\(smallest) to \(largest)\(steps)"
        }
    }

    private func fastest(_ rates: OfferedRates?) -> String {
        switch rates {
        case nil: return ""
        case .range(_, let fastest): return "@\(fastest)"
        case .discrete(let rates):
            let fastest = rates.max { $0.perSecond < $1.perSecond }
            return fastest.map { "@\($0)" } ?? ""
        }
    }

    private func shortened(_ words: [String], to count: Int, by separator: String = ", ") -> String {
        let more = words.count > count ? "\(separator)and \(words.count - count) more" : ""
        return words.prefix(count).joined(separator: separator) + more
    }
}
