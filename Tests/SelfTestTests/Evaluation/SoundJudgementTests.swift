import CameraModel
import Glibc
import SelfTest
import Testing

@Suite struct SoundJudgementTests {
    private let limits = SelfTestLimits()

    /// Two seconds of this level in dBFS.
    private func sound(
        level: Double? = -40, peak: Int = 3000, overruns: Int = 0, drift: Double? = 0, samples: Int = 96_000
    ) -> SoundMeasure {
        let amplitude = level.map { pow(10, $0 / 20) * 32_768 } ?? 0
        return SoundMeasure(
            device: "test", failure: nil, samples: samples, nonZero: amplitude > 0 ? samples : 0,
            squares: amplitude * amplitude * Double(samples), peak: amplitude > 0 ? peak : 0, overruns: overruns,
            drift: drift.map { .fractional(seconds: $0) })
    }

    @Test(arguments: [(-40.0, "pass"), (-59.99, "pass"), (-60.01, "warn"), (-69.99, "warn"), (-70.01, "M06")])
    func `D.1.b: ST-08 warns below -60 dBFS and fails with M06 below -70`(level: Double, expected: String) {
        #expect(word(limits.judgeMicrophone(sound(level: level))) == expected)
    }

    @Test func `D.1.b: ST-08 fails with M06 when every sample is 0`() {
        #expect(word(limits.judgeMicrophone(sound(level: nil))) == "M06")
    }

    // -0.5 dBFS is 30 934.99 of 32 768.
    @Test(arguments: [(30_934, "pass"), (30_935, "M06"), (32_768, "M06")])
    func `D.1.b: ST-08 fails with M06 when it clips`(peak: Int, expected: String) {
        #expect(word(limits.judgeMicrophone(sound(peak: peak))) == expected)
    }

    @Test func `D.1.b: ST-08 fails with M06 when sound is lost in an overrun`() {
        #expect(word(limits.judgeMicrophone(sound(overruns: 1))) == "M06")
    }

    @Test func `D.1.b: ST-08 fails with M05 when nothing comes`() {
        #expect(word(limits.judgeMicrophone(sound(samples: 0))) == "M05")
        #expect(word(limits.judgeSoundClock(sound(drift: nil, samples: 0))) == "skipped")
    }

    @Test(arguments: [(10.0, "pass"), (9.99, "M51")])
    func `D.1.b: ST-09 fails with M51 when the prompt is less than 10 dB over the noise`(over: Double, expected: String)
    {
        #expect(word(limits.judgeSpeaker(SpeakerReading(toneLevel: -60 + over, noiseLevel: -60))) == expected)
    }

    @Test func `D.1.b: ST-09 is skipped in discreet mode, and not passed`() {
        #expect(word(limits.judgeSpeaker(nil)) == "skipped")
    }

    @Test(arguments: [
        (0.039, "pass"), (-0.039, "pass"), (0.040, "warn"), (-0.040, "warn"), (0.099, "warn"), (0.100, "M07"),
        (-0.1, "M07"),
    ])
    func `D.1.b: ST-10 warns from 40 ms of drift and fails with M07 from 100 ms`(drift: Double, expected: String) {
        #expect(word(limits.judgeSoundClock(sound(drift: drift))) == expected)
    }

    @Test(arguments: [1e-5, 0.001, 0.1, 0.5, 0.999, 1, 1.5, 2, 1000])
    func `decibels are those of the logarithm`(ratio: Double) {
        #expect(abs(decibels(ratio) - 20 * log10(ratio)) < 1e-7)
    }

    @Test func `decibels of what is no amplitude are no number that passes`() {
        #expect(decibels(0) == -.infinity)
        #expect(decibels(-1) == -.infinity)
        #expect(decibels(.nan) == -.infinity)
    }
}
