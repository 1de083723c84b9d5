import CameraModel
import Testing

@testable import ALSA

@Suite struct PeriodTimingTests {
    private let format = AudioFormat(rate: 48_000, channels: 2)

    private func second(_ seconds: Int64) -> MonotonicTime {
        MonotonicTime(nanoseconds: seconds * 1_000_000_000)
    }

    @Test func `the first waiting frame was captured as long ago as the waiting frames last`() {
        #expect(
            firstFrameTime(timestamp: second(100), waiting: 960, format: format)
                == second(100) - .milliseconds(20))
    }

    @Test func `with nothing waiting the next frame is captured now`() {
        #expect(firstFrameTime(timestamp: second(100), waiting: 0, format: format) == second(100))
    }

    @Test func `a rate that does not divide a second is rounded to the nanosecond`() {
        let format = AudioFormat(rate: 44_100, channels: 1)
        // 441 frames are 10 ms; one frame is 22 675.7 ns.
        #expect(firstFrameTime(timestamp: second(1), waiting: 441, format: format) == second(1) - .milliseconds(10))
        #expect(firstFrameTime(timestamp: second(1), waiting: 1, format: format) == second(1) - .nanoseconds(22_676))
    }

    @Test func `channels do not change the time`() {
        let mono = AudioFormat(rate: 48_000, channels: 1)
        #expect(
            firstFrameTime(timestamp: second(9), waiting: 4800, format: mono)
                == firstFrameTime(timestamp: second(9), waiting: 4800, format: format))
    }

    @Test(arguments: [
        (Int64(0), false), (-1, false), (89_999_999_999, false), (90_000_000_001, true), (100_000_000_000, true),
        (100_000_000_001, false), (1_700_000_000_000_000_000, false),
    ])
    func `a stamp of zero, of the future or of long ago is not believed`(nanoseconds: Int64, believed: Bool) {
        #expect(isPlausible(timestamp: MonotonicTime(nanoseconds: nanoseconds), now: second(100)) == believed)
    }
}
