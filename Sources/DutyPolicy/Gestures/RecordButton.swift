import CameraModel

/// The record button: what its edges and the time between them amount to.
///
/// Whatever is ambiguous is read as a start and never as a stop. A hold counts from the last time that the contact
/// closed, bouncing included; a hold that began inside the window of an earlier press belongs to that start and asks
/// for nothing, so that mashing and then leaning never stops.
struct RecordButton: Sendable {
    private enum Contact {
        case open(since: MonotonicTime?)
        case closed(since: MonotonicTime)
    }

    private enum Hold {
        /// Not longer than a press so far.
        case counting
        /// Told of, and counting on.
        case begun(since: MonotonicTime)
        /// A stop was asked for. Leads to `barred` only.
        case reached(at: MonotonicTime)
        /// No stop before the button has come up and gone down again.
        case barred
    }

    private let settings: GestureSettings
    private(set) var anomalies = GestureAnomalies()
    private var contact = Contact.open(since: nil)
    private var hold = Hold.barred
    private var isStuck = false
    private var lastEdge: MonotonicTime?
    /// The first edge of the newest burst: bouncing is measured from there, so that a line that chatters on is heard.
    private var burst: MonotonicTime?
    private var lastPress: MonotonicTime?
    /// Whether the last press came out of a quiet line and is alone so far: it may turn out to be a single one.
    private var mayBeSingle = false
    /// The stamps went back: whether this press, or the next one, is a second one cannot be said.
    private var mistrustsTime = false

    init(settings: GestureSettings) {
        self.settings = settings
    }

    // MARK: Edges

    mutating func press(at time: MonotonicTime) -> [GestureEvent] {
        var events = advance(to: time)
        let isClean = lastEdge.map { time.elapsed(since: $0) >= GestureSettings.bounce } ?? true
        let (wentBack, isBounce) = take(edgeAt: time, into: &events)
        var wasClosed = false
        if case .closed = contact { wasClosed = true }
        contact = .closed(since: time)
        endHold(at: time, into: &events)
        guard !isBounce else {
            anomalies.bounces &+= 1
            return events
        }
        if wasClosed { anomalies.lostReleases &+= 1 }
        let isSecond = isSecondPress(at: time, wentBack: wentBack)
        switch hold {
        case .reached where wasClosed, .barred where wasClosed: hold = .barred
        case .counting, .begun, .reached, .barred: hold = isSecond ? .barred : .counting
        }
        mayBeSingle = isClean && !isSecond && !wasClosed
        events.append(GestureEvent(isSecond ? .doublePressed : .pressed, at: time))
        return events
    }

    mutating func release(at time: MonotonicTime) -> [GestureEvent] {
        var events = advance(to: time)
        let (wentBack, isBounce) = take(edgeAt: time, into: &events)
        let before = contact
        contact = .open(since: time)
        switch before {
        case .closed:
            endHold(at: time, into: &events)
            if isStuck { events.append(GestureEvent(.freed(.record), at: time)) }
            isStuck = false
        case .open where isBounce:
            break
        case .open:
            // What came up was down: the down edge was lost, and is made good.
            anomalies.lostPresses &+= 1
            hold = .barred
            mayBeSingle = false
            let isSecond = isSecondPress(at: time, wentBack: wentBack)
            events.append(GestureEvent(isSecond ? .doublePressed : .pressed, at: time))
        }
        return events
    }

    /// Keeps the books of edges, and takes back a hold that this edge shows to have been broken.
    private mutating func take(
        edgeAt time: MonotonicTime, into events: inout [GestureEvent]
    ) -> (wentBack: Bool, isBounce: Bool) {
        if case .reached(let reached) = hold, time < reached {
            hold = .barred
            events.append(GestureEvent(.holdWithdrawn, at: time))
        }
        var wentBack = false
        if let lastEdge, time < lastEdge { wentBack = true }
        lastEdge = time
        if wentBack {
            anomalies.backwards &+= 1
            mistrustsTime = true
            mayBeSingle = false
        } else if let burst, time.elapsed(since: burst) < GestureSettings.bounce {
            return (false, true)
        }
        burst = time
        return (wentBack, false)
    }

    /// Whether a press at `time` is a further one of a series, or may be; it becomes the last press.
    private mutating func isSecondPress(at time: MonotonicTime, wentBack: Bool) -> Bool {
        defer {
            lastPress = time
            mistrustsTime = wentBack
        }
        guard !mistrustsTime else { return true }
        guard let lastPress else { return false }
        return time.elapsed(since: lastPress) <= GestureSettings.doublePress
    }

    private mutating func endHold(at time: MonotonicTime, into events: inout [GestureEvent]) {
        guard case .begun(let since) = hold else { return }
        hold = .counting
        events.append(GestureEvent(.holdEnded(since: since), at: time))
    }

    // MARK: Time-outs

    /// The first moment at which a second press is too late, and the release of the first is none of its bouncing.
    private var singleDue: MonotonicTime? {
        guard mayBeSingle, let lastPress, case .open(let released?) = contact else { return nil }
        guard let late = lastPress.later(by: GestureSettings.doublePress + .nanoseconds(1)),
            let settled = released.later(by: GestureSettings.bounce)
        else { return nil }
        return max(late, settled)
    }

    private var holdDue: MonotonicTime? {
        guard case .closed(let since) = contact else { return nil }
        switch hold {
        case .counting: return since.later(by: GestureSettings.doublePress)
        case .begun: return since.later(by: settings.hold)
        case .reached, .barred: return nil
        }
    }

    private var stuckDue: MonotonicTime? {
        guard case .closed(let since) = contact, !isStuck else { return nil }
        return since.later(by: GestureSettings.recordStuck)
    }

    var nextDeadline: MonotonicTime? {
        [singleDue, holdDue, stuckDue].compactMap(\.self).min()
    }

    mutating func advance(to time: MonotonicTime) -> [GestureEvent] {
        var events: [GestureEvent] = []
        while let deadline = nextDeadline, deadline <= time {
            events.append(GestureEvent(timeOut(at: deadline), at: deadline))
        }
        return events
    }

    /// Ends the one time-out that is due at `deadline`, the ``nextDeadline``.
    private mutating func timeOut(at deadline: MonotonicTime) -> Gesture {
        if deadline == singleDue, let lastPress {
            mayBeSingle = false
            return .pressedOnce(since: lastPress)
        }
        if deadline == holdDue, case .closed(let since) = contact {
            guard case .begun = hold else {
                hold = .begun(since: since)
                mayBeSingle = false
                return .holdBegan(since: since)
            }
            hold = .reached(at: deadline)
            return .held(since: since)
        }
        isStuck = true
        return .stuck(.record)
    }
}
