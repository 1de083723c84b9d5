import CLinux
import CameraModel
import Testing

@testable import V4L2

@Suite struct FilledBufferTests {
    private func buffer(
        flags: Int32 = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC, counts: [(UInt32, UInt32)] = [(0, 100)],
        lengths: [Int] = [128], time: timeval = timeval(tv_sec: 2, tv_usec: 500_000)
    ) -> FilledBuffer {
        var raw = v4l2_buffer()
        raw.index = 3
        raw.sequence = 41
        raw.flags = UInt32(flags)
        raw.timestamp = time
        return FilledBuffer(
            raw, counts: counts.map { PlaneCounts(offset: $0.0, used: $0.1) }, lengths: lengths,
            received: MonotonicTime(nanoseconds: 7))
    }

    @Test func `exactly the filled bytes are lent`() {
        #expect(buffer().filled == [0..<100])
    }

    @Test func `the data of a plane begins at its offset, which the count includes`() {
        #expect(buffer(counts: [(16, 100), (0, 50)], lengths: [128, 64]).filled == [16..<100, 0..<50])
    }

    @Test func `a buffer that the driver marked is damaged`() {
        #expect(buffer(flags: V4L2_BUF_FLAG_ERROR).isDamaged)
        #expect(!buffer().isDamaged)
    }

    @Test(arguments: [(0, 0), (0, 129), (100, 100), (100, 50)] as [(UInt32, UInt32)])
    func `a buffer with nothing in it, or more than it holds, is damaged`(counts: (UInt32, UInt32)) {
        #expect(buffer(counts: [counts]).isDamaged)
    }

    @Test func `one bad plane spoils the picture`() {
        #expect(buffer(counts: [(0, 100), (0, 0)], lengths: [128, 64]).isDamaged)
        #expect(buffer(counts: [(0, 100)], lengths: [128, 64]).isDamaged)
    }

    @Test func `a damaged buffer still says which frame it was`() {
        #expect(
            buffer(flags: V4L2_BUF_FLAG_ERROR | V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC).stamp
                == FrameStamp(
                    sequence: 41, driverTime: MonotonicTime(nanoseconds: 2_500_000_000),
                    received: MonotonicTime(nanoseconds: 7)))
    }

    @Test(arguments: [V4L2_BUF_FLAG_TIMESTAMP_UNKNOWN, V4L2_BUF_FLAG_TIMESTAMP_COPY, V4L2_BUF_FLAG_TIMESTAMP_MASK])
    func `a time that is not on the monotonic clock is not passed on`(flags: Int32) {
        #expect(buffer(flags: flags).stamp.driverTime == nil)
    }

    @Test(arguments: [timeval(tv_sec: -1, tv_usec: 0), timeval(tv_sec: .max, tv_usec: 0)])
    func `a time that cannot be is not passed on`(time: timeval) {
        #expect(buffer(time: time).stamp.driverTime == nil)
    }

    @Test func `when in the frame the time was taken does not matter to its clock`() {
        let flags = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC | V4L2_BUF_FLAG_TSTAMP_SRC_SOE
        #expect(buffer(flags: flags).stamp.driverTime != nil)
    }
}
