import CALSA

/// A set of hardware configurations of one stream, narrowed by each setting until one is left.
///
/// The corresponding C type is `snd_pcm_hw_params_t`. It must not outlive the stream.
final class HardwareParameters {
    private let pointer: OpaquePointer
    private let pcm: OpaquePointer

    /// Everything that `pcm` can do, delivered interleaved.
    init(of pcm: PCM) throws(PCMFault) {
        pointer = try made("snd_pcm_hw_params_malloc") { snd_pcm_hw_params_malloc($0) }
        self.pcm = pcm.handle
        try check(snd_pcm_hw_params_any(self.pcm, pointer), "snd_pcm_hw_params_any")
        try check(
            snd_pcm_hw_params_set_access(self.pcm, pointer, SND_PCM_ACCESS_RW_INTERLEAVED),
            "asking for interleaved frames")
    }

    deinit {
        snd_pcm_hw_params_free(pointer)
    }

    func has(rate: Int) -> Bool {
        guard let value = UInt32(exactly: rate) else { return false }
        return snd_pcm_hw_params_test_rate(pcm, pointer, value, 0) == 0
    }

    func has(channels: Int) -> Bool {
        guard let value = UInt32(exactly: channels) else { return false }
        return snd_pcm_hw_params_test_channels(pcm, pointer, value) == 0
    }

    func has(format: snd_pcm_format_t) -> Bool {
        snd_pcm_hw_params_test_format(pcm, pointer, format) == 0
    }

    /// The least and the greatest rate, in frames a second.
    func rates() throws(PCMFault) -> ClosedRange<Int> {
        var least: UInt32 = 0
        var greatest: UInt32 = 0
        // The direction tells of fractions of a frame a second, which no rate here has.
        var direction: Int32 = 0
        try check(snd_pcm_hw_params_get_rate_min(pointer, &least, &direction), "reading the least rate")
        try check(snd_pcm_hw_params_get_rate_max(pointer, &greatest, &direction), "reading the greatest rate")
        return Int(least)...Int(max(least, greatest))
    }

    /// The least and the greatest number of channels.
    func channels() throws(PCMFault) -> ClosedRange<Int> {
        var least: UInt32 = 0
        var greatest: UInt32 = 0
        try check(snd_pcm_hw_params_get_channels_min(pointer, &least), "reading the least channels")
        try check(snd_pcm_hw_params_get_channels_max(pointer, &greatest), "reading the most channels")
        return Int(least)...Int(max(least, greatest))
    }

    func set(rate: Int) throws(PCMFault) {
        try check(snd_pcm_hw_params_set_rate(pcm, pointer, UInt32(clamping: rate), 0), "setting \(rate) Hz")
    }

    func set(channels: Int) throws(PCMFault) {
        try check(
            snd_pcm_hw_params_set_channels(pcm, pointer, UInt32(clamping: channels)), "setting \(channels) channels")
    }

    func set(encoding: SampleEncoding) throws(PCMFault) {
        try check(snd_pcm_hw_params_set_format(pcm, pointer, encoding.format), "setting \(encoding.rawValue)")
    }

    /// Sets the period and the buffer as near as the hardware can, installs the configuration, and reads both back.
    func install(periodFrames: Int, bufferFrames: Int) throws(PCMFault) -> (period: Int, buffer: Int) {
        var period = snd_pcm_uframes_t(clamping: periodFrames)
        var buffer = snd_pcm_uframes_t(clamping: bufferFrames)
        var direction: Int32 = 0
        try check(
            snd_pcm_hw_params_set_period_size_near(pcm, pointer, &period, &direction),
            "setting a period of \(periodFrames) frames")
        try check(
            snd_pcm_hw_params_set_buffer_size_near(pcm, pointer, &buffer),
            "setting a buffer of \(bufferFrames) frames")
        try check(snd_pcm_hw_params(pcm, pointer), "snd_pcm_hw_params")
        try check(snd_pcm_hw_params_get_period_size(pointer, &period, &direction), "reading the period")
        try check(snd_pcm_hw_params_get_buffer_size(pointer, &buffer), "reading the buffer's size")
        return (Int(clamping: period), Int(clamping: buffer))
    }
}
