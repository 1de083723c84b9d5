internal import CFFmpeg
internal import CameraModel

/// One resampler that always runs, so that a change of the ratio, also from and to nothing, is heard by nobody.
final class SwrDriftCorrector: DriftCorrector {
    private let format: AudioFormat
    private let resampler: OpaquePointer
    /// What the steps chosen so far lack of the ratio asked, in steps times frames.
    private var owed = 0.0

    /// libswresample's ratio moves in steps of one in this many, when rates are equal: the phase increment is scaled
    /// up to at least 2^20 and changed by whole numbers (libswresample/resample.c).
    private static let stepsPerUnit = 1_048_576.0
    /// Frames resampled at one step.
    ///
    /// Far fewer than the 2^20 after which a compensation would end.
    private static let framesAtOnce = 4096

    init(_ format: AudioFormat) throws(EncodingError) {
        self.format = format
        var layout = AVChannelLayout()
        av_channel_layout_default(&layout, Int32(format.channels))
        var made: OpaquePointer?
        let rate = Int32(format.rate)
        let code = withUnsafeMutablePointer(to: &layout) { layout in
            swr_alloc_set_opts2(
                &made, layout, AV_SAMPLE_FMT_S16, rate, layout, AV_SAMPLE_FMT_S16, rate, 0, nil)
        }
        try check(code, "swr_alloc_set_opts2")
        resampler = try present(made, "swr_alloc_set_opts2")
        let options: [(String, Int64)] = [
            // Resamples also where nothing is to be changed.
            ("flags", Int64(SWR_FLAG_RESAMPLE)),
            ("internal_sample_fmt", Int64(AV_SAMPLE_FMT_FLTP.rawValue)),
            // The same filter bank for every ratio; otherwise the first change would swap it.
            ("exact_rational", 0), ("linear_interp", 1), ("phase_shift", 10), ("filter_size", 32),
        ]
        for (name, value) in options {
            try check(
                av_opt_set_int(UnsafeMutableRawPointer(resampler), name, value, 0), "av_opt_set_int \(name)")
        }
        try check(swr_init(resampler), "swr_init")
    }

    deinit {
        var resampler: OpaquePointer? = resampler
        swr_free(&resampler)
    }

    func resample(_ samples: Span<Int16>, partsPerMillion: Double) throws(EncodingError) -> [Int16] {
        guard samples.count.isMultiple(of: format.channels) else {
            throw .malformed("\(samples.count) samples, which are no whole frames of \(format.channels)")
        }
        guard abs(partsPerMillion) <= 500 else {
            throw .unsupported("a correction of \(partsPerMillion) ppm; at most 500 can be made")
        }
        let frames = samples.count / format.channels
        var result: [Int16] = []
        result.reserveCapacity((frames + frames / 1000 + 64) * format.channels)
        var next = 0
        while next < frames {
            let count = min(frames - next, Self.framesAtOnce)
            let part = samples.extracting(next * format.channels..<(next + count) * format.channels)
            try setRatio(partsPerMillion, frames: count)
            try convert(part, frames: count, onto: &result)
            next += count
        }
        return result
    }

    var framesHeld: Int64 {
        swr_get_delay(resampler, Int64(format.rate))
    }

    /// Chooses the whole step next to the ratio asked, and makes up for the rest with the frames to come.
    private func setRatio(_ partsPerMillion: Double, frames: Int) throws(EncodingError) {
        let ratio = 1 + partsPerMillion * 1e-6
        let asked = Self.stepsPerUnit * (1 - 1 / ratio)
        let step = (asked + owed / Double(frames)).rounded()
        let nearest = min(max(step, asked.rounded(.down) - 1), asked.rounded(.up) + 1)
        owed += (asked - nearest) * Double(frames)
        try check(
            swr_set_compensation(resampler, Int32(nearest), Int32(Self.stepsPerUnit)), "swr_set_compensation")
    }

    private func convert(_ samples: Span<Int16>, frames: Int, onto result: inout [Int16]) throws(EncodingError) {
        let room = frames + 64
        let channels = format.channels
        let resampler = resampler
        var code: Int32 = 0
        let made = [Int16](unsafeUninitializedCapacity: room * channels) { output, count in
            samples.withUnsafeBytes { input in
                var from: UnsafePointer<UInt8>? = input.assumingMemoryBound(to: UInt8.self).baseAddress
                var into = UnsafeMutableRawBufferPointer(output).assumingMemoryBound(to: UInt8.self).baseAddress
                code = swr_convert(resampler, &into, Int32(room), &from, Int32(frames))
            }
            count = max(0, Int(code)) * channels
        }
        try check(code, "swr_convert")
        result += made
    }
}
