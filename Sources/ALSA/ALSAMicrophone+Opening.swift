import CameraModel
import Glibc

extension ALSAMicrophone {
    /// Opens and configures the stream.
    ///
    /// - Returns: The stream, what it was set to, and its name as the driver gives it.
    func configured() throws(CaptureError) -> (pcm: PCM, layout: PCMLayout, name: String) {
        try silenceALSA()
        try requirePossible()
        let card = try present()
        let pcm = try opened()
        guard pcm.isHardware else {
            throw .unsuitable(
                path: device.pcmName, reason: "an ALSA configuration file makes something else of it; remove that")
        }
        let layout = try asCaptureError { () throws(PCMFault) in
            try pcm.configure(for: format, period: period, buffer: buffer)
        }
        guard let layout else {
            let offer = try asCaptureError { () throws(PCMFault) in try HardwareOffer(of: pcm) }
            throw .modeUnavailable(refusal(offering: offer))
        }
        return (pcm, layout, card.streamName)
    }

    /// What was asked, what there is, and what to do.
    private func refusal(offering offer: HardwareOffer) -> String {
        let encodings = SampleEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        return """
            \(identity) cannot give \(format.rate) Hz with \(format.channels) or more channels as one of \(encodings); \
            at present it has \(offer); change the rate or the channels in the unit file
            """
    }

    private func requirePossible() throws(CaptureError) {
        if let fault = device.fault {
            throw .unsuitable(path: device.pcmName, reason: fault)
        }
        // 768 kHz is the highest rate of the kernel's list (SNDRV_PCM_RATE_768000).
        guard (1...768_000).contains(format.rate), (1...2).contains(format.channels) else {
            throw .modeUnavailable("\(format.rate) Hz with \(format.channels) channels is no format for \(identity)")
        }
        guard period >= .milliseconds(1), period <= .milliseconds(200), buffer >= period * 2, buffer <= .seconds(10)
        else {
            throw .modeUnavailable(
                "\(identity): a period is 1 to 200 ms, a buffer at least two of them and at most 10 s")
        }
    }

    private func present() throws(CaptureError) -> ALSACard {
        do throws(PCMFault) {
            if let card = try ALSACard(device) { return card }
        } catch .failed(EACCES, let call) {
            throw notPermitted(call)
        } catch {
            throw CaptureError(error)
        }
        throw .notFound(identity: identity)
    }

    private func notPermitted(_ call: String) -> CaptureError {
        .system(errno: EACCES, during: "\(call), for which the user must be in the group audio,")
    }

    /// Opens the stream of a card that is there.
    private func opened() throws(CaptureError) -> PCM {
        do throws(PCMFault) {
            return try PCM(name: device.pcmName)
        } catch {
            switch error {
            case .gone:
                throw .notFound(identity: identity)
            case .failed(EBUSY, let call):
                throw .system(
                    errno: EBUSY, during: "\(call), which another program holds (\(device.statusPath) tells which),")
            case .failed(EACCES, let call):
                throw notPermitted(call)
            case .failed(ENOENT, _):
                throw .unsuitable(
                    path: device.pcmName,
                    reason: "alsa-lib cannot make it; is its configuration (libasound2-data) there?")
            default:
                throw CaptureError(error)
            }
        }
    }
}
