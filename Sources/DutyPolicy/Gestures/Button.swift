/// A button that an officer can reach without looking.
package enum Button: String, Hashable, Sendable, Codable, CaseIterable {
    /// Starts, marks and, held, asks to stop.
    case record
    /// Mutes the sound while it is held; not every unit has one.
    case mute
}
