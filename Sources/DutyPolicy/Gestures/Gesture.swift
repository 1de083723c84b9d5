package import CameraModel

/// What a hand did with a button, whatever the unit was doing meanwhile.
///
/// What it asks of the unit is ``meaning(in:singlePressStarts:)``. The two are kept apart because only the duty state
/// machine knows whether the unit records: a recogniser with a copy of that could be a moment behind, and read a
/// press by the wrong state. Kept apart, the same edges give the same gestures, always.
package enum Gesture: Hashable, Sendable {
    /// The record button went down, and not soon after an earlier press. Told at once, at the down edge.
    case pressed
    /// The record button went down within the window of the press before it, or in a way that may have been that.
    ///
    /// Told at once, at the down edge, and again for each further press of a series: a start can be asked for often.
    case doublePressed
    /// The press at `since` stayed a single, short one: released, with no other press in the window before or after it.
    ///
    /// Told when the window is over. This is the only press that may confirm anything: mashing never gives it.
    case pressedOnce(since: MonotonicTime)
    /// The record button has been down since `since`, for longer than a press takes; held on, it asks to stop.
    case holdBegan(since: MonotonicTime)
    /// A hold that had begun came to nothing.
    case holdEnded(since: MonotonicTime)
    /// The record button has been down without the shortest break since `since`, for the full length of a hold.
    ///
    /// Once a hold; not again before the button was seen to come up.
    case held(since: MonotonicTime)
    /// An edge that came late shows that the last ``held(since:)`` was none: the time-out had overtaken it.
    case holdWithdrawn
    /// The mute button is held down.
    case muteBegan
    /// The mute button is no longer held, or not believed any more.
    case muteEnded
    /// The button has been down for so long that no hand does it (malfunction M50).
    case stuck(Button)
    /// A button that was stuck came up.
    case freed(Button)
}

/// A gesture and when it was complete.
package struct GestureEvent: Hashable, Sendable {
    package var gesture: Gesture
    /// The stamp of the edge that completed it, or the exact end of its time-out, however late that was asked for.
    package var time: MonotonicTime

    package init(_ gesture: Gesture, at time: MonotonicTime) {
        self.gesture = gesture
        self.time = time
    }
}
