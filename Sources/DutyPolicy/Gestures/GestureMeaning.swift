package import CameraModel

/// What a gesture asks of the unit.
package enum GestureMeaning: Hashable, Sendable {
    /// Record; where the unit records already, go on, whatever was being asked.
    case start
    /// Mark this moment in the recording.
    case mark
    /// Open the reason window; the unit goes on recording (clause D.3.b(2)).
    case requestStop
    /// Confirm the stop that was asked for.
    case confirmStop
    /// Show that a stop is being counted down to.
    case stopCountBegan
    /// Show that it is not any more.
    case stopCountEnded
    case mute
    case unmute
    /// Report malfunction M50.
    case buttonStuck(Button)
    /// The malfunction was seen for the last time.
    case buttonFreed(Button)
}

/// What the unit was doing when a gesture was made, as far as its meaning depends on it.
package enum GestureContext: Hashable, Sendable {
    /// Nothing is being recorded.
    case idle
    /// Recording since it was asked to, at `since`; the pre-event buffer does not count.
    case recording(since: MonotonicTime)
    /// Still recording, and waiting for a reason since `since`.
    case reason(since: MonotonicTime)
}

extension Gesture {
    /// What the gesture asks of a unit that is in `context`.
    ///
    /// - A press in a recording is a marker at once, at its down edge. If a second press follows, that is a start, and
    ///   changes nothing; if the press becomes a hold, the marker shows where the hand went down. A marker too many
    ///   costs nothing, and one that waited for the window could be lost with the power.
    /// - A hold that began before the recording does not ask to stop it: leaning on the button while the light bar
    ///   starts the unit, or clinging to the press that started it, ends nothing.
    /// - Only a press that began inside the reason window confirms a stop, and only when it stayed alone.
    ///
    /// - Parameters:
    ///   - context: What the unit was doing when the gesture was complete.
    ///   - singlePressStarts: Whether one press starts, as in a dashboard unit; else it takes two.
    /// - Returns: What is asked; `nil` where the gesture asks nothing.
    package func meaning(in context: GestureContext, singlePressStarts: Bool) -> GestureMeaning? {
        switch (self, context) {
        case (.pressed, .idle): singlePressStarts ? .start : nil
        case (.pressed, .recording), (.pressed, .reason): .mark
        case (.doublePressed, _): .start
        case (.pressedOnce(let press), .reason(let opened)): press >= opened ? .confirmStop : nil
        case (.pressedOnce, .idle), (.pressedOnce, .recording): nil
        case (.holdBegan(let press), .recording(let start)): press > start ? .stopCountBegan : nil
        case (.holdEnded(let press), .recording(let start)): press > start ? .stopCountEnded : nil
        case (.held(let press), .recording(let start)): press > start ? .requestStop : nil
        case (.holdBegan, _), (.holdEnded, _), (.held, _): nil
        case (.holdWithdrawn, .recording), (.holdWithdrawn, .reason): .start
        case (.holdWithdrawn, .idle): nil
        case (.muteBegan, _): .mute
        case (.muteEnded, _): .unmute
        case (.stuck(let button), _): .buttonStuck(button)
        case (.freed(let button), _): .buttonFreed(button)
        }
    }
}
