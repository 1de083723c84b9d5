import CameraModel
import Recording
import Simulation
import Testing

@Suite struct SoundClockTests {
    private static let format = AudioFormat(rate: 48_000, channels: 1)
    private static let anchor = Media.time(100)

    /// A microphone with a clock of its own, resampled as the servo says.
    private struct Run {
        var clock = SoundClock(format: format, anchor: anchor)
        /// Largest distance of the sound from where it was captured, in seconds.
        var worst = 0.0
        /// The same, from `settle` on.
        var worstSettled = 0.0
        var silence: Int64 = 0
        var discarded: Int64 = 0

        /// - Parameters:
        ///   - drift: Of the device, in parts per million; above zero it is fast.
        ///   - jitter: Largest error of its stamps either way, in seconds.
        ///   - seconds: How long it runs.
        ///   - period: In frames.
        ///   - settle: In seconds.
        init(drift: Double, jitter: Double, seconds: Double, period: Int64, settle: Double = 120) {
            var random = SeededRandom(seed: UInt64(abs(drift) * 1000 + jitter * 1e6) + 1)
            let perSecond = Double(format.rate) * (1 + drift / 1e6)
            var fraction = 0.0
            for index in 0..<Int64(seconds * Double(format.rate) / Double(period)) {
                let truth = Double(index * period) / perSecond
                let stamp = truth + Double.random(in: -jitter...jitter, using: &random)
                let decision = clock.take(
                    time: anchor + .fractional(seconds: max(0, stamp)), frames: period, held: 0, isAfterLoss: index == 0
                )
                silence += decision.silence
                discarded += decision.discard
                clock.put(frames: decision.silence)
                let error = abs((clock.position - anchor).seconds - truth)
                worst = max(worst, error)
                if truth > settle { worstSettled = max(worstSettled, error) }
                let stretched = Double(period - decision.discard) * (1 + decision.partsPerMillion / 1e6) + fraction
                clock.put(frames: Int64(stretched.rounded(.down)))
                fraction = stretched - stretched.rounded(.down)
            }
        }
    }

    @Test(arguments: [-400.0, -150, -20, 0, 20, 150, 400], [0.001, 0.005])
    func `drift is taken up: below 10 ms once settled, never 40 ms, nothing cut or filled`(
        drift: Double, jitter: Double
    ) {
        let run = Run(drift: drift, jitter: jitter, seconds: 600, period: 1024)
        #expect(run.worstSettled < 0.010)
        #expect(run.worst < 0.040)
        #expect(run.discarded <= Int64(0.006 * 48_000))
        #expect(run.silence <= Int64(0.006 * 48_000))
    }

    @Test(arguments: [-500.0, 500], [0.001, 0.005])
    func `at the limit of what is stretched the sound still keeps within 40 ms`(drift: Double, jitter: Double) {
        let run = Run(drift: drift, jitter: jitter, seconds: 900, period: 1024)
        #expect(run.worst < 0.040)
    }

    @Test func `over ten hours picture and sound stay together, and the drift is known within 2 ppm`() throws {
        let run = Run(drift: 83, jitter: 0.001, seconds: 36_000, period: 9600)
        #expect(run.worstSettled < 0.010)
        #expect(abs(try #require(run.clock.drift.partsPerMillion) - 83) < 2)
    }

    @Test(arguments: [-480.0, -37, 0, 12.5, 300], [0.001, 0.005])
    func `drift is measured within 2 ppm in ten minutes`(drift: Double, jitter: Double) throws {
        let run = Run(drift: drift, jitter: jitter, seconds: 600, period: 1024)
        #expect(abs(try #require(run.clock.drift.partsPerMillion) - drift) < 2)
    }

    @Test func `no drift is claimed before ten seconds`() {
        #expect(Run(drift: 50, jitter: 0, seconds: 9, period: 480).clock.drift.partsPerMillion == nil)
        #expect(Run(drift: 50, jitter: 0, seconds: 12, period: 480).clock.drift.partsPerMillion != nil)
    }

    @Test func `the stretch is never above 500 ppm`() {
        var clock = SoundClock(format: Self.format, anchor: Self.anchor)
        var time = Self.anchor
        for _ in 0..<5000 {
            // A tenth of a percent fast: more than can be taken up.
            let decision = clock.take(time: time, frames: 481, held: 0, isAfterLoss: false)
            #expect(abs(decision.partsPerMillion) <= 500)
            clock.put(frames: decision.silence + 481 - decision.discard)
            time = time + .milliseconds(10)
        }
    }

    @Test(arguments: [1, 480, 4801, 48_000, 1_000_003])
    func `after an overrun exactly the missing frames are silence`(missing: Int64) {
        var clock = SoundClock(format: Self.format, anchor: Self.anchor)
        _ = clock.take(time: Self.anchor, frames: 480, held: 0, isAfterLoss: false)
        clock.put(frames: 480)
        let time = Self.anchor + Self.format.duration(frames: 480 + missing)
        let decision = clock.take(time: time, frames: 480, held: 0, isAfterLoss: true)
        #expect(decision.silence == missing)
        #expect(decision.discard == 0)
    }

    @Test func `what the corrector holds back is no gap`() {
        var clock = SoundClock(format: Self.format, anchor: Self.anchor)
        _ = clock.take(time: Self.anchor, frames: 480, held: 0, isAfterLoss: true)
        // Of 480 frames in, 16 are still in the filter.
        clock.put(frames: 464)
        let decision = clock.take(time: Self.anchor + .milliseconds(10), frames: 480, held: 16, isAfterLoss: true)
        #expect(decision.silence == 0)
        #expect(decision.discard == 0)
    }

    @Test func `sound that was there before is cut, to the frame`() {
        var clock = SoundClock(format: Self.format, anchor: Self.anchor)
        clock.put(frames: 4800)
        let decision = clock.take(time: Self.anchor + .milliseconds(60), frames: 4800, held: 0, isAfterLoss: true)
        #expect(decision.discard == 1920)
    }

    @Test func `a hole without a word from the driver is filled above 35 ms`() {
        var clock = SoundClock(format: Self.format, anchor: Self.anchor)
        _ = clock.take(time: Self.anchor, frames: 480, held: 0, isAfterLoss: false)
        clock.put(frames: 480)
        var small = clock
        #expect(
            small.take(time: Self.anchor + .milliseconds(40), frames: 480, held: 0, isAfterLoss: false).silence == 0)
        #expect(
            clock.take(time: Self.anchor + .milliseconds(110), frames: 480, held: 0, isAfterLoss: false).silence == 4800
        )
    }

    @Test func `silence reaches exactly to a time, and never back`() {
        var clock = SoundClock(format: Self.format, anchor: Self.anchor)
        #expect(clock.silence(until: Self.anchor + .seconds(2)) == 96_000)
        clock.put(frames: 96_000)
        #expect(clock.position == Self.anchor + .seconds(2))
        #expect(clock.silence(until: Self.anchor + .seconds(1)) == 0)
    }
}
