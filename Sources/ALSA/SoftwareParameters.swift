import CALSA

/// When a stream wakes its reader, and with which clock it is stamped.
///
/// The corresponding C type is `snd_pcm_sw_params_t`. It must not outlive the stream.
final class SoftwareParameters {
    private let pointer: OpaquePointer
    private let pcm: OpaquePointer

    /// What is in force for `pcm`, whose hardware must have been set.
    init(of pcm: PCM) throws(PCMFault) {
        pointer = try made("snd_pcm_sw_params_malloc") { snd_pcm_sw_params_malloc($0) }
        self.pcm = pcm.handle
        try check(snd_pcm_sw_params_current(self.pcm, pointer), "snd_pcm_sw_params_current")
    }

    deinit {
        snd_pcm_sw_params_free(pointer)
    }

    /// Wakes the reader a period at a time.
    ///
    /// - Parameters:
    ///   - periodFrames: How many frames must wait before a poll returns.
    ///   - stamped: Asks for stamps of CLOCK_MONOTONIC, which not every kernel has (`SNDRV_PCM_IOCTL_TTSTAMP`).
    /// - Throws: ``PCMFault``.
    func install(periodFrames: Int, stamped: Bool) throws(PCMFault) {
        try check(
            snd_pcm_sw_params_set_avail_min(pcm, pointer, snd_pcm_uframes_t(clamping: periodFrames)),
            "snd_pcm_sw_params_set_avail_min")
        if stamped {
            try check(
                snd_pcm_sw_params_set_tstamp_mode(pcm, pointer, SND_PCM_TSTAMP_ENABLE),
                "snd_pcm_sw_params_set_tstamp_mode")
            try check(
                snd_pcm_sw_params_set_tstamp_type(pcm, pointer, SND_PCM_TSTAMP_TYPE_MONOTONIC),
                "snd_pcm_sw_params_set_tstamp_type")
        }
        try check(snd_pcm_sw_params(pcm, pointer), "snd_pcm_sw_params")
    }

    /// Whether what is in force stamps with CLOCK_MONOTONIC.
    func stampsMonotonically() throws(PCMFault) -> Bool {
        var mode = SND_PCM_TSTAMP_NONE
        var type = SND_PCM_TSTAMP_TYPE_GETTIMEOFDAY
        try check(snd_pcm_sw_params_get_tstamp_mode(pointer, &mode), "snd_pcm_sw_params_get_tstamp_mode")
        try check(snd_pcm_sw_params_get_tstamp_type(pointer, &type), "snd_pcm_sw_params_get_tstamp_type")
        return mode == SND_PCM_TSTAMP_ENABLE && type == SND_PCM_TSTAMP_TYPE_MONOTONIC
    }
}
