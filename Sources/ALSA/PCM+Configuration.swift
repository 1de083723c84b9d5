import CALSA
import CameraModel

extension PCM {
    /// Sets the stream to exactly that rate, and to the first of what can be delivered as `format`.
    ///
    /// The wanted number of channels goes before more, and 16 bits before wider samples. Nothing is resampled or mixed.
    ///
    /// - Parameters:
    ///   - format: What is to be delivered.
    ///   - period: Wanted; the hardware's nearest is taken.
    ///   - buffer: Wanted; the hardware's nearest is taken.
    /// - Returns: What was set, or `nil` where the hardware cannot.
    /// - Throws: ``PCMFault``.
    func configure(
        for format: AudioFormat, period: Duration, buffer: Duration
    ) throws(PCMFault) -> PCMLayout? {
        for channels in try channelCounts(for: format) {
            for encoding in SampleEncoding.allCases {
                let parameters = try HardwareParameters(of: self)
                guard parameters.has(rate: format.rate) else { return nil }
                try parameters.set(rate: format.rate)
                guard parameters.has(channels: channels) else { continue }
                try parameters.set(channels: channels)
                guard parameters.has(format: encoding.format) else { continue }
                try parameters.set(encoding: encoding)
                let (periodFrames, bufferFrames) = try parameters.install(
                    periodFrames: Int(format.frames(in: period)), bufferFrames: Int(format.frames(in: buffer)))
                // A period is also the memory for one read, and a bound on how late sound can be.
                guard (1...format.rate).contains(periodFrames), bufferFrames >= periodFrames else { return nil }
                return PCMLayout(
                    encoding: encoding, channels: channels, periodFrames: periodFrames, bufferFrames: bufferFrames,
                    clock: try wake(everyFrames: periodFrames))
            }
        }
        return nil
    }

    /// The numbers of channels worth trying, the wanted one first; 32 is what the largest interfaces have.
    private func channelCounts(for format: AudioFormat) throws(PCMFault) -> ClosedRange<Int> {
        let greatest = try HardwareParameters(of: self).channels().upperBound
        return format.channels...max(format.channels, min(greatest, 32))
    }

    private func wake(everyFrames periodFrames: Int) throws(PCMFault) -> PeriodClock {
        do throws(PCMFault) {
            try SoftwareParameters(of: self).install(periodFrames: periodFrames, stamped: true)
        } catch .failed {
            try SoftwareParameters(of: self).install(periodFrames: periodFrames, stamped: false)
        }
        return try SoftwareParameters(of: self).stampsMonotonically() ? .driver : .reader
    }

    /// Whether it is the kernel's own stream, whatever a configuration file may have made of the name `hw`.
    var isHardware: Bool { snd_pcm_type(handle) == SND_PCM_TYPE_HW }
}
