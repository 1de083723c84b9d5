import CameraModel
import DutyPolicy
import Testing

@Suite struct GestureMeaningTests {
    private let contexts: [GestureContext] = [.idle, .recording(since: moment(0)), .reason(since: moment(0))]

    @Test(arguments: [false, true])
    func `D.2.b: a double press is a start whatever the unit does`(singlePressStarts: Bool) {
        for context in contexts {
            #expect(Gesture.doublePressed.meaning(in: context, singlePressStarts: singlePressStarts) == .start)
        }
    }

    @Test func `one press starts a dashboard unit, and a body unit it does not`() {
        #expect(Gesture.pressed.meaning(in: .idle, singlePressStarts: true) == .start)
        #expect(Gesture.pressed.meaning(in: .idle, singlePressStarts: false) == nil)
    }

    @Test(arguments: [false, true]) func `a press while the unit records is a marker`(singlePressStarts: Bool) {
        for context in contexts.dropFirst() {
            #expect(Gesture.pressed.meaning(in: context, singlePressStarts: singlePressStarts) == .mark)
        }
    }

    @Test func `D.2.c: a hold asks to stop a recording that it found, and only that`() {
        let found = Gesture.held(since: moment(1)).meaning(in: .recording(since: moment(0)), singlePressStarts: false)
        #expect(found == .requestStop)
        for start in [1, 2] {
            let own = Gesture.held(since: moment(1))
                .meaning(in: .recording(since: moment(start)), singlePressStarts: true)
            #expect(own == nil)
        }
        for context in [GestureContext.idle, .reason(since: moment(0))] {
            #expect(Gesture.held(since: moment(1)).meaning(in: context, singlePressStarts: false) == nil)
        }
    }

    @Test func `D.2.c(2): one press inside the reason window confirms, an earlier one does not`() {
        let context = GestureContext.reason(since: moment(100))
        #expect(
            Gesture.pressedOnce(since: moment(100)).meaning(in: context, singlePressStarts: false) == .confirmStop)
        #expect(Gesture.pressedOnce(since: moment(99)).meaning(in: context, singlePressStarts: false) == nil)
        for context in contexts.dropLast() {
            #expect(Gesture.pressedOnce(since: moment(9)).meaning(in: context, singlePressStarts: false) == nil)
        }
    }

    @Test func `a hold taken back goes on with the recording`() {
        let meanings = contexts.map { Gesture.holdWithdrawn.meaning(in: $0, singlePressStarts: false) }
        #expect(meanings == [nil, .start, .start])
    }

    @Test func `the count to a stop is shown where it would stop something`() {
        let recording = GestureContext.recording(since: moment(0))
        let began = Gesture.holdBegan(since: moment(1))
        let ended = Gesture.holdEnded(since: moment(1))
        #expect(began.meaning(in: recording, singlePressStarts: false) == .stopCountBegan)
        #expect(ended.meaning(in: recording, singlePressStarts: false) == .stopCountEnded)
        #expect(began.meaning(in: .idle, singlePressStarts: false) == nil)
        #expect(began.meaning(in: .recording(since: moment(1)), singlePressStarts: false) == nil)
    }

    @Test func `mutes and stuck buttons are told in every state`() {
        for context in contexts {
            let meanings = [Gesture.muteBegan, .muteEnded, .stuck(.record), .freed(.mute)]
                .map { $0.meaning(in: context, singlePressStarts: false) }
            #expect(meanings == [.mute, .unmute, .buttonStuck(.record), .buttonFreed(.mute)])
        }
    }
}
