import CALSA

/// What a stream can do at this moment, to tell a person whose unit file asks for something else.
struct HardwareOffer: Hashable, CustomStringConvertible {
    /// Those of the usual rates that it has, in frames a second.
    var usualRates: [Int]
    /// Its least and greatest rate.
    var rates: ClosedRange<Int>
    var channels: ClosedRange<Int>
    /// By alsa-lib's names, `S16_LE`.
    var formats: [String]

    var description: String {
        let listed = usualRates.isEmpty ? span(rates) : usualRates.map(String.init).joined(separator: ", ")
        let unit = channels == 1...1 ? "channel" : "channels"
        let names = formats.isEmpty ? "no known format" : formats.joined(separator: ", ")
        return "\(listed) Hz; \(span(channels)) \(unit); \(names)"
    }

    private func span(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
}

extension HardwareOffer {
    /// The rates of telephony, broadcast and compact discs and their multiples, as in the kernel's SNDRV_PCM_RATE_*.
    private static let asked = [
        8000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 88_200, 96_000, 176_400, 192_000,
    ]

    /// Asks the hardware.
    init(of pcm: PCM) throws(PCMFault) {
        let all = try HardwareParameters(of: pcm)
        var usual: [Int] = []
        for rate in Self.asked where all.has(rate: rate) { usual.append(rate) }
        var names: [String] = []
        for value in 0...SND_PCM_FORMAT_LAST.rawValue {
            let format = snd_pcm_format_t(rawValue: value)
            // Holes in the enumeration have no name.
            guard let name = snd_pcm_format_name(format), all.has(format: format) else { continue }
            names.append(String(cString: name))
        }
        self.init(
            usualRates: usual, rates: try all.rates(), channels: try all.channels(), formats: names)
    }
}
