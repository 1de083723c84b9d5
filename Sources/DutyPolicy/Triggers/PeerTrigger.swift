package import CameraModel

/// Speaks when units near by begin to record an event, once for each event.
///
/// A peer repeats its beacon for as long as it records. The first of a group's speaks, and no other of that group:
/// each unit is stopped by its wearer alone (clause D.2.c(1)), so the beacons of those who go on must not start it
/// again. Two events begin at least 10 s apart; one that is heard within that speaks with its first beacon after it.
/// The event is off when each of its peers said that it ended, or was not heard for 30 s.
///
/// Beacons come authenticated. One whose number is not above its sender's last is a replay, or old, and does nothing;
/// nor does one that was passed on, or the unit's own. Memory is bounded: of more than 64 peers or 32 groups the
/// longest unheard are forgotten.
package struct PeerTrigger: Sendable {
    /// How long after one event no other begins.
    package static let refractory = Duration.seconds(10)
    /// After how long unheard a peer is taken to have ended.
    package static let silence = Duration.seconds(30)
    /// How many peers are told apart.
    package static let peerCapacity = 64
    /// How many events are told apart.
    package static let groupCapacity = 32

    private struct Peer {
        var newest: UInt64
        var heard: MonotonicTime
        var group: PeerGroupID
        var isRecording: Bool
    }

    private let own: PeerID
    private var peers: [PeerID: Peer] = [:]
    /// The events that have spoken, the longest unheard first, and whether each is still on.
    private var groups: [(id: PeerGroupID, isOn: Bool)] = []
    private var lastSpoken: MonotonicTime?
    /// Beacons that did nothing, by what was wrong with them.
    package private(set) var ignored: [PeerRefusal: Int] = [:]

    /// Makes a trigger that hears every unit but `own`.
    package init(own: PeerID) {
        self.own = own
    }

    /// The peers that record, in order: what an officer may be shown.
    package var recordingPeers: [PeerID] {
        peers.filter(\.value.isRecording).keys.sorted()
    }

    /// Takes a beacon that was found authentic.
    ///
    /// - Parameters:
    ///   - beacon: What it said.
    ///   - time: When it was received. If that goes back, no refractory time holds the next event up.
    /// - Returns: The edges of events, those that ended in silence up to `time` first.
    package mutating func hear(_ beacon: PeerBeacon, at time: MonotonicTime) -> [TriggerEvent] {
        var events = advance(to: time)
        if let refusal = refusal(of: beacon) {
            ignored[refusal, default: 0] &+= 1
            return events
        }
        let left = [peers[beacon.peer]?.group, makeRoom(for: beacon.peer)].compactMap(\.self)
        peers[beacon.peer] = Peer(
            newest: beacon.sequence, heard: time, group: beacon.group, isRecording: beacon.isRecording)
        for group in left where group != beacon.group { events += endIfUnheard(group, at: time) }
        if beacon.isRecording {
            events += speak(for: beacon, at: time)
        } else {
            events += endIfUnheard(beacon.group, at: time)
        }
        return events
    }

    private func refusal(of beacon: PeerBeacon) -> PeerRefusal? {
        guard beacon.peer != own else { return .own }
        guard beacon.hops == 0 else { return .passedOn }
        if let newest = peers[beacon.peer]?.newest, beacon.sequence <= newest { return .replayed }
        return nil
    }

    /// Forgets the peer that was unheard for longest, if another one more would be too many.
    ///
    /// - Returns: The group that it was in.
    private mutating func makeRoom(for peer: PeerID) -> PeerGroupID? {
        guard peers[peer] == nil, peers.count >= Self.peerCapacity,
            let quietest = peers.min(by: { ($0.value.heard, $0.key) < ($1.value.heard, $1.key) })?.key
        else { return nil }
        return peers.removeValue(forKey: quietest)?.group
    }

    private mutating func speak(for beacon: PeerBeacon, at time: MonotonicTime) -> [TriggerEvent] {
        if let index = groups.firstIndex(where: { $0.id == beacon.group }) {
            groups.append(groups.remove(at: index))
            return []
        }
        if let lastSpoken, lastSpoken <= time, time.elapsed(since: lastSpoken) < Self.refractory { return [] }
        lastSpoken = time
        groups.append((beacon.group, true))
        let events = [event(.on, of: beacon.group, at: time, by: beacon.peer)]
        guard groups.count > Self.groupCapacity else { return events }
        let forgotten = groups.removeFirst()
        return forgotten.isOn ? [event(.off, of: forgotten.id, at: time)] + events : events
    }

    // MARK: Ending

    /// When a peer that records will have been unheard for too long; `nil` while none records.
    package var nextDeadline: MonotonicTime? {
        peers.values.filter(\.isRecording).compactMap { $0.heard.later(by: Self.silence) }.min()
    }

    /// Ends the events whose peers were last heard 30 s or more before `time`.
    package mutating func advance(to time: MonotonicTime) -> [TriggerEvent] {
        var events: [TriggerEvent] = []
        while let deadline = nextDeadline, deadline <= time {
            let silent = peers.filter { $0.value.isRecording && $0.value.heard.later(by: Self.silence) == deadline }
            for id in silent.keys.sorted() {
                guard let group = peers[id]?.group else { continue }
                peers[id]?.isRecording = false
                events += endIfUnheard(group, at: deadline)
            }
        }
        return events
    }

    private mutating func endIfUnheard(_ group: PeerGroupID, at time: MonotonicTime) -> [TriggerEvent] {
        guard let index = groups.firstIndex(where: { $0.id == group && $0.isOn }),
            !peers.values.contains(where: { $0.group == group && $0.isRecording })
        else { return [] }
        groups[index].isOn = false
        return [event(.off, of: group, at: time)]
    }

    private func event(
        _ edge: TriggerEdge, of group: PeerGroupID, at time: MonotonicTime, by peer: PeerID? = nil
    ) -> TriggerEvent {
        let sender = peer.map { " peer \($0)" } ?? ""
        return TriggerEvent(source: .peer, edge: edge, time: time, detail: "group \(group)\(sender)")
    }
}

/// Why a beacon did nothing.
package enum PeerRefusal: String, Hashable, Sendable, CaseIterable {
    /// It is the unit's own, come back.
    case own
    /// It did not come straight from its sender.
    case passedOn
    /// Its number is not above the last one of its sender.
    case replayed
}
