/// Which capture stream of which sound card, by names that survive a reboot and another order of plugging in.
package struct ALSADeviceIdentity: Hashable, Sendable, CustomStringConvertible {
    /// The card's id, `Loopback`: the word in brackets in /proc/asound/cards.
    ///
    /// Never its index, which the kernel gives out in the order in which it finds cards.
    package var card: String
    package var device: Int
    package var subdevice: Int

    package init(card: String, device: Int, subdevice: Int = 0) {
        self.card = card
        self.device = device
        self.subdevice = subdevice
    }

    /// For a log: `card "Loopback", device 1, subdevice 0`.
    package var description: String {
        "card \"\(card)\", device \(device), subdevice \(subdevice)"
    }

    /// Why this can name no device, or `nil`.
    ///
    /// The kernel makes ids of at most 15 ASCII letters, digits, `_` and `-` (sound/core/init.c, `copy_valid_id_string`
    /// and `id_store`). alsa-lib takes a number for an index (src/control/cards.c, `snd_card_get_index`), so a number
    /// is refused here.
    package var fault: String? {
        let letters = card.utf8
        let known = letters.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
            default: false
            }
        }
        if letters.isEmpty || letters.count > 15 || !known {
            return "\"\(card)\" is no card id; take the word in brackets from /proc/asound/cards"
        }
        if letters.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return "\"\(card)\" is a card's index, which changes; take the word in brackets from /proc/asound/cards"
        }
        // SNDRV_PCM_DEVICES is 32 with static minor numbers; more would not fit a node's name either.
        guard (0..<256).contains(device), (0..<256).contains(subdevice) else {
            return "device \(device), subdevice \(subdevice) is out of range; see /proc/asound/\(card)"
        }
        return nil
    }

    /// The only name under which a microphone is opened: the kernel's own stream, without `plug`, `dsnoop` or a
    /// sound server between.
    var pcmName: String { "hw:CARD=\(card),DEV=\(device),SUBDEV=\(subdevice)" }

    /// The card's control interface.
    var controlName: String { "hw:CARD=\(card)" }

    /// Where the kernel says who holds the stream.
    var statusPath: String { "/proc/asound/\(card)/pcm\(device)c/sub\(subdevice)/status" }
}
