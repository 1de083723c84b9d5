import CameraModel

/// The mute button: muted while it is held, and not a moment longer.
///
/// Whatever is ambiguous is read as sound: any edge ends the mute, and a button that is stuck is no longer obeyed.
struct MuteButton: Sendable {
    private enum State {
        case up
        case down(since: MonotonicTime)
        case muting(since: MonotonicTime)
        /// Not obeyed before it has come up.
        case stuck
    }

    private(set) var anomalies = GestureAnomalies()
    private var state = State.up
    private var lastEdge: MonotonicTime?

    mutating func press(at time: MonotonicTime) -> [GestureEvent] {
        var events = advance(to: time)
        take(edgeAt: time)
        switch state {
        case .up:
            state = .down(since: time)
        case .down:
            anomalies.lostReleases &+= 1
            state = .down(since: time)
        case .muting:
            anomalies.lostReleases &+= 1
            state = .down(since: time)
            events.append(GestureEvent(.muteEnded, at: time))
        case .stuck:
            anomalies.lostReleases &+= 1
        }
        return events
    }

    mutating func release(at time: MonotonicTime) -> [GestureEvent] {
        var events = advance(to: time)
        take(edgeAt: time)
        switch state {
        case .up: anomalies.lostPresses &+= 1
        case .down: break
        case .muting: events.append(GestureEvent(.muteEnded, at: time))
        case .stuck: events.append(GestureEvent(.freed(.mute), at: time))
        }
        state = .up
        return events
    }

    private mutating func take(edgeAt time: MonotonicTime) {
        if let lastEdge, time < lastEdge { anomalies.backwards &+= 1 }
        lastEdge = time
    }

    var nextDeadline: MonotonicTime? {
        switch state {
        case .up, .stuck: nil
        case .down(let since): since.later(by: GestureSettings.muteHold)
        case .muting(let since): since.later(by: GestureSettings.muteStuck)
        }
    }

    mutating func advance(to time: MonotonicTime) -> [GestureEvent] {
        var events: [GestureEvent] = []
        while let deadline = nextDeadline, deadline <= time {
            switch state {
            case .up, .stuck:
                return events
            case .down(let since):
                state = .muting(since: since)
                events.append(GestureEvent(.muteBegan, at: deadline))
            case .muting:
                state = .stuck
                events.append(GestureEvent(.stuck(.mute), at: deadline))
                events.append(GestureEvent(.muteEnded, at: deadline))
            }
        }
        return events
    }
}
