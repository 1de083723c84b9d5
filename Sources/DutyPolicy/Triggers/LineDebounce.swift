package import CameraModel

/// Makes clean edges of a line that bounces, such as a light bar's progressive switch.
///
/// A line is on when it was high for 250 ms, in pieces or at once: breaks shorter than that do not start the count
/// again, so that neither a switch on its way through its positions nor a line that flashes is missed. A count that
/// has come to nothing within 2 s starts anew, so that rare spikes never add up. It is off when it was low for 2 s on
/// end. Both are told with the time of the edge that began them. A clock is not read: see ``nextDeadline``.
package struct LineDebounce: Hashable, Sendable {
    /// How long a line is high before it is on, and how long it is low before a begun count is dropped.
    package static let onDelay = Duration.milliseconds(250)
    /// How long a line is low before it is off.
    package static let offHold = Duration.seconds(2)

    private enum State: Hashable {
        case off
        /// Going on since `first`; before the last rise it had been high for `high`.
        case rising(first: MonotonicTime, high: Duration, risen: MonotonicTime)
        /// In a break, since `fallen`, of a count that began at `first`.
        case pausing(first: MonotonicTime, high: Duration, fallen: MonotonicTime)
        case on
        case falling(since: MonotonicTime)
    }

    private var state = State.off
    private var last: MonotonicTime?
    /// Levels stamped before the one in front of them: taken as they come, with their count begun anew.
    package private(set) var backwards = 0

    package init() {}

    /// Whether the line is on, bouncing left out.
    package var isOn: Bool {
        switch state {
        case .off, .rising, .pausing: false
        case .on, .falling: true
        }
    }

    /// Takes the line's level.
    ///
    /// - Parameters:
    ///   - isHigh: Whether the line is active; the same level again changes nothing.
    ///   - time: Since when, as the kernel stamped it.
    /// - Returns: The edges that became clean up to `time`, each at the time it began.
    package mutating func level(_ isHigh: Bool, at time: MonotonicTime) -> [LineEdge] {
        let edges = advance(to: time)
        if let last, time < last {
            backwards &+= 1
            restart(at: time)
        }
        last = time
        switch (state, isHigh) {
        case (.off, true):
            state = .rising(first: time, high: .zero, risen: time)
        case (.rising(let first, let high, let risen), false):
            state = .pausing(first: first, high: high + time.elapsed(since: risen), fallen: time)
        case (.pausing(let first, let high, let fallen), true):
            let isStale =
                time.elapsed(since: fallen) >= Self.onDelay || time.elapsed(since: first) >= Self.offHold
            state =
                isStale
                ? .rising(first: time, high: .zero, risen: time) : .rising(first: first, high: high, risen: time)
        case (.on, false):
            state = .falling(since: time)
        case (.falling, true):
            state = .on
        case (.off, false), (.rising, true), (.pausing, false), (.on, true), (.falling, false):
            break
        }
        return edges
    }

    /// Begins what was half done anew at `time`: what lies after it cannot be subtracted from.
    private mutating func restart(at time: MonotonicTime) {
        switch state {
        case .off, .on: break
        case .rising: state = .rising(first: time, high: .zero, risen: time)
        case .pausing: state = .off
        case .falling: state = .falling(since: time)
        }
    }

    /// When to call ``advance(to:)`` unless the level changes before; `nil` while nothing is under way.
    package var nextDeadline: MonotonicTime? {
        switch state {
        case .off, .on, .pausing: nil
        case .rising(_, let high, let risen): risen.later(by: Self.onDelay - high)
        case .falling(let since): since.later(by: Self.offHold)
        }
    }

    /// Ends the count that is due at or before `time`.
    ///
    /// - Returns: The edge that became clean with it, if any.
    package mutating func advance(to time: MonotonicTime) -> [LineEdge] {
        guard let deadline = nextDeadline, deadline <= time else { return [] }
        switch state {
        case .off, .on, .pausing:
            return []
        case .rising(let first, _, _):
            state = .on
            return [LineEdge(edge: .on, time: first, settled: deadline)]
        case .falling(let since):
            state = .off
            return [LineEdge(edge: .off, time: since, settled: deadline)]
        }
    }
}

/// A clean edge of a line.
package struct LineEdge: Hashable, Sendable {
    package var edge: TriggerEdge
    /// The first raw edge of those that made it, for `on`; the last one, after which nothing came, for `off`.
    package var time: MonotonicTime
    /// When it was sure.
    package var settled: MonotonicTime

    package init(edge: TriggerEdge, time: MonotonicTime, settled: MonotonicTime) {
        self.edge = edge
        self.time = time
        self.settled = settled
    }
}
