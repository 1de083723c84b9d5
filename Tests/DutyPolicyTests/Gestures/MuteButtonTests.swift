import CameraModel
import DutyPolicy
import Testing

@Suite struct MuteButtonTests {
    private var hand = Hand()

    @Test mutating func `sound is muted from 300 ms into a hold until its release`() {
        hand.press(.mute, 0)
        hand.release(.mute, 8000)
        #expect(
            hand.events == [GestureEvent(.muteBegan, at: moment(300)), GestureEvent(.muteEnded, at: moment(8000))])
    }

    @Test mutating func `brushing against the mute button mutes nothing`() {
        hand.press(.mute, 0)
        hand.release(.mute, 299)
        hand.wait(until: 5000)
        #expect(hand.events.isEmpty)
    }

    @Test mutating func `a mute button down for two minutes is stuck, and the sound is back`() {
        hand.press(.mute, 0)
        hand.wait(until: 600_000)
        #expect(
            hand.events.suffix(2) == [
                GestureEvent(.stuck(.mute), at: moment(120_000)), GestureEvent(.muteEnded, at: moment(120_000)),
            ])
        hand.press(.mute, 700_000)
        hand.wait(until: 800_000)
        #expect(hand.gestures == [.muteBegan, .stuck(.mute), .muteEnded])
        hand.release(.mute, 800_000)
        hand.press(.mute, 801_000)
        hand.wait(until: 802_000)
        #expect(hand.gestures.suffix(2) == [.freed(.mute), .muteBegan])
    }

    @Test mutating func `a press without a release in front of it ends the mute, and is held anew`() {
        hand.press(.mute, 0)
        hand.press(.mute, 1000)
        hand.wait(until: 1300)
        #expect(
            hand.events == [
                GestureEvent(.muteBegan, at: moment(300)), GestureEvent(.muteEnded, at: moment(1000)),
                GestureEvent(.muteBegan, at: moment(1300)),
            ])
    }

    @Test mutating func `a release without a press does nothing and is counted`() {
        hand.release(.mute, 0)
        #expect(hand.events.isEmpty)
        #expect(hand.recogniser.anomalies.lostPresses == 1)
    }

    @Test mutating func `a hold stamped backwards is measured anew`() {
        hand.press(.mute, 1000)
        hand.press(.mute, 500)
        hand.release(.mute, 700)
        hand.wait(until: 5000)
        #expect(hand.events.isEmpty)
        #expect(hand.recogniser.anomalies.backwards == 1)
    }

    @Test mutating func `the two buttons do not disturb each other, and time-outs come in their order`() {
        hand.press(.record, 0)
        hand.press(.mute, 400)
        hand.wait(until: 3000)
        #expect(
            hand.gestures == [
                .pressed, .holdBegan(since: moment(0)), .muteBegan, .held(since: moment(0)),
            ])
    }

    @Test func `a unit without a mute button counts its edges and mutes nothing`() {
        var hand = Hand(hasMute: false)
        hand.press(.mute, 0)
        hand.release(.mute, 5000)
        hand.wait(until: 9000)
        #expect(hand.events.isEmpty)
        #expect(hand.recogniser.anomalies.notFitted == 2)
    }
}
