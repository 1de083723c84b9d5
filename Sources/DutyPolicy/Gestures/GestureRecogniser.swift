package import CameraModel

/// Makes gestures of the raw edges of a unit's buttons.
///
/// A value without a clock: edges come with the time at which they happened, and ``nextDeadline`` says when to call
/// ``advance(to:)``. Gestures depend on the edges alone, not on how often it is called, and carry the exact time at
/// which they were complete. Edges may be lost, doubled, late, bouncing or stamped backwards; none of that traps, and
/// what is ambiguous is read as a start, never as a stop (clauses D.2.b and D.2.c).
package struct GestureRecogniser: Sendable {
    private var record: RecordButton
    private var mute: MuteButton?
    private var notFitted = 0

    /// Makes a recogniser for a unit whose buttons are up.
    ///
    /// - Parameters:
    ///   - settings: How long gestures take.
    ///   - hasMute: Whether the unit has a mute button; edges of one that it has not are counted and do nothing.
    package init(settings: GestureSettings = GestureSettings(), hasMute: Bool) {
        record = RecordButton(settings: settings)
        mute = hasMute ? MuteButton() : nil
    }

    /// Takes a down edge.
    ///
    /// - Parameters:
    ///   - button: The button that went down.
    ///   - time: When it did, as the kernel stamped it.
    /// - Returns: What became complete with it, the button's time-outs up to `time` first.
    package mutating func press(_ button: Button, at time: MonotonicTime) -> [GestureEvent] {
        switch button {
        case .record:
            return record.press(at: time)
        case .mute:
            guard mute != nil else { return countNotFitted() }
            return mute?.press(at: time) ?? []
        }
    }

    /// Takes an up edge.
    ///
    /// - Parameters:
    ///   - button: The button that came up.
    ///   - time: When it did, as the kernel stamped it.
    /// - Returns: What became complete with it, the button's time-outs up to `time` first.
    package mutating func release(_ button: Button, at time: MonotonicTime) -> [GestureEvent] {
        switch button {
        case .record:
            return record.release(at: time)
        case .mute:
            guard mute != nil else { return countNotFitted() }
            return mute?.release(at: time) ?? []
        }
    }

    private mutating func countNotFitted() -> [GestureEvent] {
        notFitted &+= 1
        return []
    }

    /// When the next time-out ends, unless an edge comes before; `nil` while none runs.
    package var nextDeadline: MonotonicTime? {
        [record.nextDeadline, mute?.nextDeadline].compactMap(\.self).min()
    }

    /// Ends the time-outs that lie at or before `time`, in their order.
    ///
    /// An edge from before `time` may still come: it is read as if it had come in time, and what the time-out gave
    /// wrongly is taken back.
    package mutating func advance(to time: MonotonicTime) -> [GestureEvent] {
        var events: [GestureEvent] = []
        while let deadline = nextDeadline, deadline <= time {
            events += record.advance(to: deadline)
            events += mute?.advance(to: deadline) ?? []
        }
        return events
    }

    /// What was odd about the edges so far.
    package var anomalies: GestureAnomalies {
        var sum = record.anomalies + (mute?.anomalies ?? GestureAnomalies())
        sum.notFitted = notFitted
        return sum
    }
}
