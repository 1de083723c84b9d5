import CameraModel
import Testing

@Suite struct AudioFormatTests {
    @Test(arguments: [8000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000])
    func `frames to duration and back is the same, over ten hours`(rate: Int) {
        let format = AudioFormat(rate: rate, channels: 1)
        let last = Int64(rate) * 36_000
        for frames in stride(from: Int64(0), through: last, by: 9_999_991) {
            #expect(format.frames(in: format.duration(frames: frames)) == frames)
        }
        #expect(format.frames(in: format.duration(frames: last)) == last)
    }

    @Test func `whole seconds last whole seconds`() {
        #expect(AudioFormat(rate: 44_100, channels: 2).duration(frames: 44_100 * 3600) == .seconds(3600))
    }

    @Test func `a duration is rounded to the nearest nanosecond`() {
        // 1 / 44 100 s = 22 675.7 ns
        #expect(AudioFormat(rate: 44_100, channels: 1).duration(frames: 1) == .nanoseconds(22_676))
    }

    @Test func `a time before is a negative number of frames`() {
        #expect(AudioFormat(rate: 48_000, channels: 1).frames(in: .milliseconds(-1500)) == -72_000)
    }
}
