/// How long gestures take.
package struct GestureSettings: Hashable, Sendable {
    /// The longest time between two down edges that make a double press.
    package static let doublePress = Duration.milliseconds(600)
    /// Edges this soon after the first of their burst are the contact's bouncing, not a hand's doing.
    package static let bounce = Duration.milliseconds(20)
    /// A record button that is down for so long is stuck.
    package static let recordStuck = Duration.seconds(30)
    /// How long the mute button is held before the sound is muted, so that brushing against it mutes nothing.
    package static let muteHold = Duration.milliseconds(300)
    /// A mute button that is down for so long is stuck, and is no longer obeyed: twice the time of the mute alarm.
    package static let muteStuck = Duration.seconds(120)
    /// The agency may ask for a longer or shorter hold within this.
    package static let holds = Duration.seconds(2)...Duration.seconds(5)

    /// How long the record button is held to ask for a stop.
    package let hold: Duration

    /// The numbers that a unit has unless its agency chose others.
    package init() {
        hold = .seconds(3)
    }

    /// Numbers with a hold of the agency's choice.
    ///
    /// - Parameter hold: A short one is reached by accident, a long one is not reached at all.
    /// - Throws: ``GestureSettingsError`` when it lies outside ``holds``.
    package init(hold: Duration) throws(GestureSettingsError) {
        guard Self.holds.contains(hold) else { throw .holdOutsideRange(hold) }
        self.hold = hold
    }
}

/// Why a unit's gestures cannot be set so.
package enum GestureSettingsError: Error, Hashable, CustomStringConvertible {
    case holdOutsideRange(Duration)

    package var description: String {
        switch self {
        case .holdOutsideRange(let hold):
            "a stop cannot take a hold of \(hold): choose from \(GestureSettings.holds.lowerBound) to "
                + "\(GestureSettings.holds.upperBound)"
        }
    }
}
