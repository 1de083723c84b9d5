import CameraModel

extension MicrophoneConfiguration {
    /// The sampling frequencies of AAC up to 48 kHz (ISO/IEC 14496-3, samplingFrequencyIndex).
    private static let rates = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]

    init(_ node: StrictNode) throws(UnitFileError) {
        let mapping = try node.mapping(["name", "device", "rate", "channels", "bit-rate"])
        name = try mapping.required("name").name(limit: 16)
        device = try MicrophoneDevice(mapping.required("device"))
        let rateNode = mapping.optional("rate")
        let rate = try rateNode?.integer(in: 8000...48_000, "samples per second") ?? 48_000
        if let rateNode, !Self.rates.contains(rate) {
            throw rateNode.notAllowed("\(rate)", allowed: Self.rates.map(String.init).joined(separator: ", "))
        }
        let channels = try mapping.optional("channels")?.integer(in: 1...2) ?? 1
        format = AudioFormat(rate: rate, channels: channels)
        bitRate = try mapping.optional("bit-rate")?.integer(in: 8000...320_000, "bits per second") ?? 64_000
    }
}

extension MicrophoneDevice {
    init(_ node: StrictNode) throws(UnitFileError) {
        let mapping = try node.mapping(["simulated", "card", "device", "subdevice"])
        let (key, value) = try mapping.one(of: ["simulated", "card"])
        let device = mapping.optional("device")
        let subdevice = mapping.optional("subdevice")
        if key == "simulated" {
            if let other = device ?? subdevice {
                throw other.error(.contradiction("\(other.name) goes with card only"))
            }
            try value.emptyMapping()
            self = .simulated
        } else {
            self = .card(
                id: try Self.card(value),
                device: try device?.integer(in: 0...31) ?? 0,
                subdevice: try subdevice?.integer(in: 0...31) ?? 0)
        }
    }

    /// A card's id as `struct snd_card` holds it (include/sound/core.h): up to 15 characters.
    private static func card(_ node: StrictNode) throws(UnitFileError) -> String {
        let allowed = "a card's id, as /proc/asound/cards shows it in brackets (an index changes with plugging)"
        let id = try node.characters("a card's id")
        guard (1...15).contains(id.utf8.count), !id.isDigits, id.unicodeScalars.allSatisfy(isIDCharacter) else {
            throw node.notAllowed(id, allowed: allowed)
        }
        return id
    }

    private static func isIDCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z", "_", "-": true
        default: false
        }
    }
}
