import CameraModel
import DutyPolicy
import Testing

@Suite struct OddEdgeTests {
    private var hand = Hand()

    @Test mutating func `a contact that bounces for less than 20 ms is one press`() {
        for time in [0, 6, 12] {
            hand.press(time)
            hand.release(time + 3)
        }
        hand.press(19)
        hand.release(300)
        hand.press(305)
        hand.release(310)
        hand.wait(until: 601)
        #expect(hand.gestures == [.pressed, .pressedOnce(since: moment(0))])
        #expect(hand.recogniser.anomalies.bounces == 4)
    }

    @Test mutating func `a line that chatters for longer is a start`() {
        for time in stride(from: 0, to: 40, by: 10) {
            hand.press(time)
            hand.release(time + 5)
        }
        #expect(hand.gestures == [.pressed, .doublePressed])
    }

    @Test mutating func `D.2.c: the shortest break begins a hold anew`() {
        hand.press(0)
        hand.release(2990)
        hand.press(2992)
        hand.wait(until: 5991)
        #expect(!hand.gestures.contains { if case .held = $0 { true } else { false } })
        hand.wait(until: 5992)
        #expect(hand.events.last == GestureEvent(.held(since: moment(2992)), at: moment(5992)))
    }

    @Test mutating func `a bounce after a reached hold is not a release`() {
        hand.press(0)
        hand.release(3500)
        hand.press(3505)
        hand.wait(until: 30_000)
        #expect(hand.gestures.count { if case .held = $0 { true } else { false } } == 1)
    }

    @Test mutating func `a second press without a release in front of it is a start, and its hold counts anew`() {
        hand.press(0)
        hand.press(500)
        #expect(hand.gestures == [.pressed, .doublePressed])
        hand.wait(until: 20_000)
        #expect(hand.gestures == [.pressed, .doublePressed])
        #expect(hand.recogniser.anomalies.lostReleases == 1)
    }

    @Test mutating func `a late press without a release begins the hold anew and confirms nothing`() {
        hand.press(0)
        hand.press(2900)
        hand.release(3000)
        hand.wait(until: 20_000)
        #expect(
            hand.gestures == [.pressed, .holdBegan(since: moment(0)), .holdEnded(since: moment(0)), .pressed])
    }

    @Test mutating func `a release without a press stands for the press that was lost`() {
        hand.release(0)
        hand.press(400)
        #expect(hand.gestures == [.pressed, .doublePressed])
        #expect(hand.recogniser.anomalies.lostPresses == 1)
    }

    @Test mutating func `a lone release confirms nothing`() {
        hand.release(0)
        hand.wait(until: 60_000)
        #expect(hand.gestures == [.pressed])
    }

    @Test mutating func `edges with the same stamp are bouncing`() {
        hand.press(0)
        hand.release(0)
        hand.press(0)
        #expect(hand.gestures == [.pressed])
    }

    @Test mutating func `a press stamped before the edge in front of it is a start`() {
        hand.press(5000)
        hand.release(5100)
        hand.press(2000)
        #expect(hand.gestures == [.pressed, .doublePressed])
        #expect(hand.recogniser.anomalies.backwards == 1)
    }

    @Test mutating func `after a release stamped backwards the next press is a start`() {
        hand.press(5000)
        hand.release(2000)
        hand.press(9000)
        hand.wait(until: 30_000)
        #expect(hand.gestures == [.pressed, .doublePressed])
    }

    @Test mutating func `D.2.c: stamps that go back never make a hold longer than it was`() {
        hand.press(10_000)
        hand.press(1000)
        hand.release(3999)
        hand.wait(until: 60_000)
        #expect(!hand.gestures.contains { if case .held = $0 { true } else { false } })
    }

    @Test mutating func `a release that the time-out had overtaken takes the stop back`() {
        hand.press(0)
        hand.wait(until: 3000)
        hand.release(2995)
        #expect(hand.events.last == GestureEvent(.holdWithdrawn, at: moment(2995)))
        hand.wait(until: 60_000)
        #expect(hand.gestures.last == .holdWithdrawn)
    }

    @Test mutating func `a second press that the time-out had overtaken is still a start`() {
        hand.press(0)
        hand.release(100)
        hand.wait(until: 700)
        hand.press(590)
        #expect(hand.gestures == [.pressed, .pressedOnce(since: moment(0)), .doublePressed])
    }

    @Test(arguments: [Int64.min, .max, 0, -1])
    func `foreign stamps do not trap, and the button works afterwards`(stamp: Int64) {
        var hand = Hand()
        let foreign = MonotonicTime(nanoseconds: stamp)
        for button in Button.allCases {
            _ = hand.recogniser.press(button, at: foreign)
            _ = hand.recogniser.release(button, at: MonotonicTime(nanoseconds: .max))
            _ = hand.recogniser.press(button, at: foreign)
        }
        _ = hand.recogniser.advance(to: foreign)
        hand.release(0)
        hand.press(1000)
        hand.release(1050)
        hand.press(1300)
        #expect(hand.events.last == GestureEvent(.doublePressed, at: moment(1300)))
    }

    @Test func `a press at the end of time does not ask to stop at once`() {
        var recogniser = GestureRecogniser(hasMute: true)
        let last = MonotonicTime(nanoseconds: .max)
        #expect(recogniser.press(.record, at: last).map(\.gesture) == [.pressed])
        #expect(recogniser.press(.mute, at: last).isEmpty)
        #expect(recogniser.nextDeadline == nil)
        #expect(recogniser.advance(to: last).isEmpty)
    }
}
