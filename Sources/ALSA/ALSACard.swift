import CALSA
import Glibc

/// A sound card that is there, asked through its control interface, which is never busy.
struct ALSACard {
    /// Where the kernel put it this time.
    let index: Int
    /// The stream as its driver names it: `Loopback PCM`.
    let streamName: String

    /// Finds the card and its stream.
    ///
    /// - Returns: `nil` where there is no such card, or no such capture stream on it.
    /// - Throws: ``PCMFault`` for anything else.
    init?(_ identity: ALSADeviceIdentity) throws(PCMFault) {
        let found = snd_card_get_index(identity.card)
        // ENODEV where no card has the id, ENOENT where the machine has no card at all.
        if found == -ENODEV || found == -ENOENT {
            // It answers the same for a card whose control this user may not open; the kernel's own list tells.
            guard access("/proc/asound/\(identity.card)", F_OK) == 0 else { return nil }
            throw .failed(errno: EACCES, during: "opening the control of card \"\(identity.card)\"")
        }
        index = try check(found, "looking for card \"\(identity.card)\"")

        var control: OpaquePointer?
        let opened = snd_ctl_open(&control, identity.controlName, SND_CTL_NONBLOCK)
        if opened == -ENODEV { return nil }
        try check(opened, "opening the control of card \"\(identity.card)\"")
        // The result of closing changes nothing: nothing was written.
        defer { _ = snd_ctl_close(control) }

        let info = try made("snd_pcm_info_malloc") { snd_pcm_info_malloc($0) }
        defer { snd_pcm_info_free(info) }
        snd_pcm_info_set_device(info, UInt32(clamping: identity.device))
        snd_pcm_info_set_subdevice(info, UInt32(clamping: identity.subdevice))
        snd_pcm_info_set_stream(info, SND_PCM_STREAM_CAPTURE)
        let answer = snd_ctl_pcm_info(control, info)
        // ENXIO: no such device, or it has fewer subdevices; ENOENT: it does not capture; ENODEV: pulled out just now.
        if answer == -ENXIO || answer == -ENOENT || answer == -ENODEV { return nil }
        try check(answer, "asking about \(identity)")
        streamName = snd_pcm_info_get_name(info).map { String(cString: $0) } ?? ""
    }
}
