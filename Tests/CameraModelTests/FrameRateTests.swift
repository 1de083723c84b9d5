import CameraModel
import Testing

@Suite struct FrameRateTests {
    @Test(arguments: [(0, 1), (30, 0), (0, 0)] as [(UInt32, UInt32)])
    func `a rate with a zero in it is none`(frames: UInt32, seconds: UInt32) {
        #expect(FrameRate(frames: frames, seconds: seconds) == nil)
    }

    @Test(
        arguments: [
            (30, 1, "30"), (30_000, 1001, "29.97"), (25, 2, "12.5"), (15, 1, "15"), (24_000, 1001, "23.98"),
            (1, 20, "0.05"), (201, 100, "2.01"),
        ] as [(UInt32, UInt32, String)])
    func `a rate is written as people do`(frames: UInt32, seconds: UInt32, text: String) throws {
        #expect(try #require(FrameRate(frames: frames, seconds: seconds)).description == text)
    }

    @Test func `the interval of 29.97 frames a second is exact to the nanosecond`() throws {
        let rate = try #require(FrameRate(frames: 30_000, seconds: 1001))
        #expect(rate.interval == .nanoseconds(33_366_666))
    }

    @Test func `the largest numbers that a driver can give do not trap`() throws {
        let slow = try #require(FrameRate(frames: 1, seconds: .max))
        #expect(slow.interval == .seconds(Int64(UInt32.max)))
        let fast = try #require(FrameRate(frames: .max, seconds: 1))
        #expect(fast.interval == .zero)
        #expect(fast.description == "4294967295")
    }
}
