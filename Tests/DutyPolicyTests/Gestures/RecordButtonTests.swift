import CameraModel
import DutyPolicy
import Testing

@Suite struct RecordButtonTests {
    private var hand = Hand()

    @Test(arguments: [100, 599, 600]) mutating func `D.2.b: a second press within 600 ms is a start at its down edge`(
        gap: Int
    ) {
        hand.press(0)
        hand.release(50)
        hand.press(gap)
        #expect(
            hand.events == [GestureEvent(.pressed, at: moment(0)), GestureEvent(.doublePressed, at: moment(gap))])
    }

    @Test mutating func `a second press after 600 ms is a press of its own`() {
        hand.press(0)
        hand.release(50)
        hand.press(601)
        #expect(hand.gestures == [.pressed, .pressedOnce(since: moment(0)), .pressed])
    }

    @Test mutating func `a press that stays alone is told of when a second one would be too late`() {
        hand.press(0)
        hand.release(50)
        #expect(hand.recogniser.nextDeadline == moment(600) + .nanoseconds(1))
        hand.wait(until: 5000)
        #expect(hand.events.last == GestureEvent(.pressedOnce(since: moment(0)), at: moment(600) + .nanoseconds(1)))
        #expect(hand.recogniser.nextDeadline == nil)
    }

    @Test mutating func `every further press of a series is a start again`() {
        for time in [0, 200, 400, 600] {
            hand.press(time)
            hand.release(time + 80)
        }
        hand.wait(until: 60_000)
        #expect(hand.gestures == [.pressed, .doublePressed, .doublePressed, .doublePressed])
    }

    @Test mutating func `D.2.c: a hold of 3 s asks to stop, once, and counts before the eyes`() {
        hand.press(0)
        #expect(hand.recogniser.nextDeadline == moment(600))
        hand.wait(until: 29_999)
        hand.release(29_999)
        #expect(
            hand.events == [
                GestureEvent(.pressed, at: moment(0)),
                GestureEvent(.holdBegan(since: moment(0)), at: moment(600)),
                GestureEvent(.held(since: moment(0)), at: moment(3000)),
            ])
    }

    @Test mutating func `D.2.c: a hold let go after 2.999 s asks for nothing`() {
        hand.press(0)
        hand.release(2999)
        hand.wait(until: 60_000)
        #expect(
            hand.gestures == [.pressed, .holdBegan(since: moment(0)), .holdEnded(since: moment(0))])
    }

    @Test(arguments: [2, 5]) func `an agency chooses how long a hold takes`(seconds: Int) throws {
        var hand = Hand(settings: try GestureSettings(hold: .seconds(seconds)))
        hand.press(0)
        hand.wait(until: seconds * 1000 - 1)
        #expect(!hand.gestures.contains(.held(since: moment(0))))
        hand.wait(until: seconds * 1000)
        #expect(hand.events.last == GestureEvent(.held(since: moment(0)), at: moment(seconds * 1000)))
    }

    @Test(arguments: [Duration.milliseconds(1999), .milliseconds(5001), .zero, .seconds(-3)])
    func `a hold outside 2 to 5 s is refused`(hold: Duration) {
        #expect(throws: GestureSettingsError.holdOutsideRange(hold)) { try GestureSettings(hold: hold) }
    }

    @Test mutating func `D.2.c: mashing and then leaning on the button asks for nothing`() {
        hand.press(0)
        hand.release(100)
        hand.press(300)
        hand.wait(until: 20_000)
        #expect(hand.gestures == [.pressed, .doublePressed])
    }

    @Test mutating func `a button down for 30 s is stuck, and free when it comes up`() {
        hand.press(0)
        hand.wait(until: 200_000)
        hand.release(200_001)
        #expect(
            hand.events.suffix(2) == [
                GestureEvent(.stuck(.record), at: moment(30_000)), GestureEvent(.freed(.record), at: moment(200_001)),
            ])
        #expect(hand.gestures.filter { $0 == .held(since: moment(0)) }.count == 1)
    }

    @Test mutating func `after its release a stuck button asks to stop again`() {
        hand.press(0)
        hand.release(40_000)
        hand.press(50_000)
        hand.wait(until: 53_000)
        #expect(hand.gestures.last == .held(since: moment(50_000)))
    }

    @Test func `a hundred late calls give the same as one for every deadline`() {
        var late = Hand()
        late.press(0)
        late.release(10_000)
        var live = Hand()
        live.press(0)
        while let deadline = live.recogniser.nextDeadline, deadline <= moment(10_000) {
            live.wait(until: Int((deadline - moment(0)) / .milliseconds(1)))
        }
        live.release(10_000)
        #expect(late.events == live.events)
    }
}
