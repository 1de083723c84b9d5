/// The unit's buttons and input lines.
package struct ControlsReading: Hashable, Sendable {
    /// How long each line that is active has been so, by its name.
    package var held: [String: Duration]
    /// Whether a button was pressed when the person was asked to; `nil` when nobody was asked.
    package var wasPressed: Bool?

    package init(held: [String: Duration], wasPressed: Bool? = nil) {
        self.held = held
        self.wasPressed = wasPressed
    }
}
