import CALSA

/// A layout of samples in the hardware's buffer that is delivered as signed 16 bits.
///
/// The wider two are what USB and I2S microphones often have instead. Their upper 16 bits are kept and nothing else is
/// done to them: no dither, no rounding, no gain.
enum SampleEncoding: String, CaseIterable, Hashable {
    /// SND_PCM_FORMAT_S16_LE.
    case s16 = "S16_LE"
    /// SND_PCM_FORMAT_S32_LE.
    case s32 = "S32_LE"
    /// SND_PCM_FORMAT_S24_3LE, three bytes a sample.
    case s24Packed = "S24_3LE"

    /// The corresponding C constant.
    var format: snd_pcm_format_t {
        switch self {
        case .s16: SND_PCM_FORMAT_S16_LE
        case .s32: SND_PCM_FORMAT_S32_LE
        case .s24Packed: SND_PCM_FORMAT_S24_3LE
        }
    }

    /// Of one sample.
    var byteCount: Int {
        switch self {
        case .s16: 2
        case .s32: 4
        case .s24Packed: 3
        }
    }

    /// Takes the first `taken` of every `channels` interleaved samples out of `bytes`, as signed 16 bits.
    ///
    /// - Parameters:
    ///   - bytes: Whole frames of `channels` samples; what is over is left.
    ///   - channels: In the hardware's frame.
    ///   - taken: At most `channels`.
    ///   - samples: Where they go; no more frames than fit are converted.
    /// - Returns: How many frames were converted.
    func convert(
        _ bytes: UnsafeRawBufferPointer, channels: Int, taking taken: Int,
        into samples: UnsafeMutableBufferPointer<Int16>
    ) -> Int {
        precondition(taken > 0 && taken <= channels, "a frame holds at least the channels that are taken from it")
        let frames = min(bytes.count / (channels * byteCount), samples.count / taken)
        // All three are little-endian: the upper 16 bits are the last two bytes of a sample.
        let upper = byteCount - 2
        for frame in 0..<frames {
            for channel in 0..<taken {
                let offset = (frame * channels + channel) * byteCount + upper
                let value = bytes.loadUnaligned(fromByteOffset: offset, as: Int16.self)
                samples[frame * taken + channel] = Int16(littleEndian: value)
            }
        }
        return frames
    }
}
