import CameraModel
import Testing

@testable import Recording

@Suite struct SequenceCounterTests {
    private func missing(_ sequence: [UInt32]) -> [Int] {
        var counter = SequenceCounter()
        return sequence.map { counter.missing(before: $0) }
    }

    @Test func `frames that follow on each other miss nothing, whatever the first number`() {
        #expect(missing([7, 8, 9]) == [0, 0, 0])
    }

    @Test func `a jump tells how many were lost`() {
        #expect(missing([0, 1, 5, 6]) == [0, 0, 3, 0])
    }

    @Test func `a number that wraps is followed`() {
        #expect(missing([.max - 1, .max, 0, 2]) == [0, 0, 0, 1])
    }

    @Test func `a number that jumps back or stands still tells nothing`() {
        #expect(missing([100, 3, 4, 4, 5]) == [0, 0, 0, 0, 0])
        #expect(missing([0, UInt32(Int32.max) + 1]) == [0, 0])
    }
}
