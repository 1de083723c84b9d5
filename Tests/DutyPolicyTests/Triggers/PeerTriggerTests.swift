import CameraModel
import DutyPolicy
import Testing

@Suite struct PeerTriggerTests {
    private var trigger = PeerTrigger(own: PeerID(1))

    private func beacon(
        _ peer: UInt64, _ sequence: UInt64, group: UInt64 = 7, hops: UInt8 = 0, isRecording: Bool = true
    ) -> PeerBeacon {
        PeerBeacon(
            peer: PeerID(peer), sequence: sequence, group: PeerGroupID(group), hops: hops, isRecording: isRecording)
    }

    @Test mutating func `D.2.c(1): the first beacon of an event speaks, its repetitions and its other peers do not`() {
        #expect(
            trigger.hear(beacon(2, 1), at: moment(0)) == [
                TriggerEvent(source: .peer, edge: .on, time: moment(0), detail: "group 7 peer 2")
            ])
        for step in 1..<60 {
            #expect(trigger.hear(beacon(2, UInt64(1 + step)), at: moment(step * 1000)) == [])
            #expect(trigger.hear(beacon(3, UInt64(step)), at: moment(step * 1000)) == [])
        }
        #expect(trigger.recordingPeers == [PeerID(2), PeerID(3)])
    }

    @Test mutating func `another event within 10 s speaks with its first beacon after them`() {
        _ = trigger.hear(beacon(2, 1), at: moment(0))
        #expect(trigger.hear(beacon(3, 1, group: 8), at: moment(9999)) == [])
        #expect(
            trigger.hear(beacon(3, 2, group: 8), at: moment(10_000)).map(\.detail) == ["group 8 peer 3"])
    }

    @Test mutating func `a storm of new events speaks once in 10 s`() {
        var spoken = 0
        for step in 0..<600 {
            spoken += trigger.hear(beacon(UInt64(2 + step), 1, group: UInt64(step)), at: moment(step * 50))
                .count { $0.edge == .on }
        }
        #expect(spoken == 3)
        #expect(trigger.recordingPeers.count == PeerTrigger.peerCapacity)
    }

    @Test(arguments: [1, 5, 9] as [UInt64]) func `a replayed beacon does nothing, not even keep an event on`(
        sequence: UInt64
    ) {
        var trigger = trigger
        _ = trigger.hear(beacon(2, 9), at: moment(0))
        #expect(trigger.hear(beacon(2, sequence, group: 8), at: moment(20_000)) == [])
        #expect(trigger.ignored == [.replayed: 1])
        #expect(trigger.nextDeadline == moment(30_000))
    }

    @Test mutating func `the unit's own beacon and one passed on do nothing`() {
        #expect(trigger.hear(beacon(1, 1), at: moment(0)) == [])
        #expect(trigger.hear(beacon(2, 1, hops: 1), at: moment(0)) == [])
        #expect(trigger.ignored == [.own: 1, .passedOn: 1])
        #expect(trigger.recordingPeers == [])
        #expect(trigger.hear(beacon(2, 1), at: moment(1)).count == 1)
    }

    @Test mutating func `an event is off when the last of its peers ends`() {
        _ = trigger.hear(beacon(2, 1), at: moment(0))
        _ = trigger.hear(beacon(3, 1), at: moment(100))
        #expect(trigger.hear(beacon(2, 2, isRecording: false), at: moment(1000)) == [])
        #expect(
            trigger.hear(beacon(3, 2, isRecording: false), at: moment(2000)) == [
                TriggerEvent(source: .peer, edge: .off, time: moment(2000), detail: "group 7")
            ])
        #expect(trigger.nextDeadline == nil)
    }

    @Test mutating func `an event is off when its peers were not heard for 30 s`() {
        _ = trigger.hear(beacon(2, 1), at: moment(0))
        _ = trigger.hear(beacon(3, 1), at: moment(5000))
        #expect(trigger.advance(to: moment(34_999)) == [])
        #expect(
            trigger.advance(to: moment(90_000)) == [
                TriggerEvent(source: .peer, edge: .off, time: moment(35_000), detail: "group 7")
            ])
    }

    @Test mutating func `D.2.c(1): an event that went silent does not start the unit again`() {
        _ = trigger.hear(beacon(2, 1), at: moment(0))
        _ = trigger.advance(to: moment(60_000))
        #expect(trigger.hear(beacon(2, 2), at: moment(70_000)) == [])
    }

    @Test mutating func `a peer that goes over to another event ends the one that it leaves`() {
        _ = trigger.hear(beacon(2, 1), at: moment(0))
        let events = trigger.hear(beacon(2, 2, group: 8), at: moment(20_000))
        #expect(events.map(\.edge) == [.off, .on])
        #expect(events.map(\.detail) == ["group 7", "group 8 peer 2"])
    }

    @Test mutating func `every event that was on goes off, however many there were`() {
        var events: [TriggerEvent] = []
        for step in 0..<200 {
            events += trigger.hear(beacon(UInt64(2 + step), 1, group: UInt64(step)), at: moment(step * 10_000))
        }
        events += trigger.advance(to: moment(100_000_000))
        #expect(events.count { $0.edge == .on } == 200)
        #expect(events.count { $0.edge == .off } == 200)
    }

    @Test(arguments: [Int64.min, .max]) func `a foreign time neither traps nor silences what comes after it`(
        stamp: Int64
    ) {
        var trigger = trigger
        _ = trigger.hear(beacon(2, .max), at: MonotonicTime(nanoseconds: stamp))
        _ = trigger.advance(to: MonotonicTime(nanoseconds: stamp))
        #expect(trigger.hear(beacon(3, 0, group: 8), at: moment(0)).contains { $0.edge == .on })
    }
}
