import CameraModel
import SelfTest
import Testing

@Suite struct TapTests {
    private func time(_ seconds: Double) -> MonotonicTime {
        MonotonicTime(nanoseconds: 0) + .fractional(seconds: seconds)
    }

    private func picture(at time: MonotonicTime) throws -> ObservedPicture {
        ObservedPicture(time: time, content: .luma(try #require(LumaPlane(width: 1, height: 1, samples: [9]))))
    }

    @Test func `nobody watching wants no picture`() {
        #expect(!CameraTap().isPictureWanted(at: time(1)))
    }

    @Test func `a picture is wanted every quarter of a second until the watch ends, and none is kept after`() throws {
        let tap = CameraTap()
        tap.watch(until: time(2))
        tap.watch(until: time(1))
        var taken: [Double] = []
        for index in 0..<30 {
            let now = Double(index) / 10
            guard tap.isPictureWanted(at: time(now)) else { continue }
            taken.append(now)
            tap.take(try picture(at: time(now)))
        }
        #expect(taken == [0, 0.3, 0.6, 0.9, 1.2, 1.5, 1.8])
        #expect(tap.observation.picture == nil)
    }

    @Test func `a failure holds until a frame comes, not only until the camera is opened`() throws {
        let tap = CameraTap()
        tap.camera(.failed(.timedOut), at: time(1))
        tap.camera(
            .opened(Negotiation(asked: TestUnit.mode, granted: TestUnit.mode, device: "x", remarks: [])), at: time(2))
        #expect(tap.observation.failure == .timedOut)
        tap.camera(.frame, at: time(3))
        #expect(tap.observation.failure == nil)
        #expect(tap.observation.lastFrame == time(3))
    }

    private func sound(_ tap: SoundTap, _ value: Int16, from begin: Double, to end: Double, rate: Double = 8000) {
        let format = AudioFormat(rate: 8000, channels: 1)
        let samples = [Int16](repeating: value, count: 80)
        var now = begin
        while now < end - 1e-6 {
            tap.take(samples.span, format: format, at: time(now))
            now += 80 / rate
        }
    }

    @Test func `sound is measured from when it is asked for`() {
        let tap = SoundTap()
        sound(tap, 30_000, from: 0, to: 1)
        sound(tap, 0, from: 1, to: 2)
        sound(tap, 100, from: 2, to: 4)
        let measure = tap.measure(since: time(1))
        #expect(measure.samples == 24_000)
        #expect(measure.nonZero == 16_000)
        #expect(measure.peak == 100)
        #expect(measure.squares == 160_000_000)
        #expect(tap.measure(since: time(10)).samples == 0)
        #expect(tap.lastSound == time(4))
    }

    @Test(arguments: [(8000.0, 0.0), (8400, -95), (7600, 95)])
    func `drift is the device's count of time against the clock's`(
        rate: Double, milliseconds: Double
    ) throws {
        let tap = SoundTap()
        sound(tap, 100, from: 0, to: 2, rate: rate)
        let drift = try #require(tap.measure(since: time(0)).drift).seconds * 1000
        // A device that counts 8400 frames in a second of the clock is ahead by 50 ms in it.
        #expect(abs(drift + milliseconds) < 6, "\(drift)")
    }

    @Test func `drift is measured on either side of a loss, never across it`() throws {
        let tap = SoundTap()
        sound(tap, 100, from: 0, to: 2)
        tap.microphone(.overrun, at: time(2.5))
        sound(tap, 100, from: 2.5, to: 4)
        let measure = tap.measure(since: time(0))
        #expect(try #require(measure.drift) == .zero)
        #expect(measure.overruns == 1)
        #expect(tap.measure(since: time(3.9)).drift == nil)
    }

    @Test func `a tap remembers the last seconds, whatever comes`() {
        let tap = SoundTap()
        sound(tap, 1, from: 0, to: 60)
        #expect(tap.measure(since: time(0)).samples <= 128 * 880)
        #expect(tap.measure(since: time(50)).samples == 80_000)
    }
}
