import CameraModel
import Simulation
import Testing

@testable import Recording

@Suite struct FrameTimingTests {
    private static let received = Media.time(50)

    private func stamp(_ driver: Double?, received: Double) -> FrameStamp {
        FrameStamp(sequence: 0, driverTime: driver.map { Media.time($0) }, received: Media.time(received))
    }

    @Test func `the driver's time is taken`() {
        var timing = FrameTiming()
        let verdict = timing.time(of: stamp(49.96, received: 50))
        #expect(verdict == FrameTiming.Verdict(time: Media.time(49.96), isReplaced: false))
    }

    @Test func `without a driver's time the time of receipt is taken, and nothing was replaced`() {
        var timing = FrameTiming()
        #expect(
            timing.time(of: stamp(nil, received: 50)) == FrameTiming.Verdict(time: Media.time(50), isReplaced: false))
    }

    @Test(arguments: [0, 46.9, 50.1, 1e6, -5])
    func `a time from another clock, long ago or from the future is replaced`(driver: Double) {
        var timing = FrameTiming()
        #expect(
            timing.time(of: stamp(driver, received: 50)) == FrameTiming.Verdict(time: Media.time(50), isReplaced: true))
    }

    @Test func `a frozen stamp is replaced frame by frame`() {
        var timing = FrameTiming()
        var times: [MonotonicTime] = []
        for number in 0..<10 {
            let verdict = timing.time(of: stamp(49.99, received: 50 + Double(number) / 30))
            #expect(verdict.isReplaced == (number > 0))
            times.append(verdict.time)
        }
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
        #expect(times.last == Media.time(50.3))
    }

    @Test func `one bad stamp costs one stamp`() {
        var timing = FrameTiming()
        let drivers: [Double] = [49.99, 50.023, 3, 50.09, 50.123]
        let replaced = drivers.enumerated().map { number, driver in
            timing.time(of: stamp(driver, received: 50 + Double(number) / 30)).isReplaced
        }
        #expect(replaced == [false, false, true, false, false])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `whatever a driver says, times go up by at least a tick and stay near the receipt`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var timing = FrameTiming()
        var last: MonotonicTime?
        var received = 50.0
        for _ in 0..<200 {
            received += Double.random(in: 0...0.05, using: &random)
            let driver: Double? =
                switch Int.random(in: 0..<5, using: &random) {
                case 0: nil
                case 1: Double.random(in: -1e9...1e9, using: &random)
                default: received - Double.random(in: -0.02...0.1, using: &random)
                }
            let verdict = timing.time(of: stamp(driver, received: received))
            if let last { #expect((verdict.time - last).nanoseconds * 90_000 >= 1_000_000_000) }
            #expect(abs((verdict.time - Media.time(received)).seconds) <= 3.1)
            last = verdict.time
        }
    }
}
