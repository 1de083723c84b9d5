package import DutyPolicy

/// What came of a duty command, once the journal has it.
package struct DutyReply: Codable, Hashable, Sendable {
    package var state: DutyState
    /// What the state is for, such as `I01`; `nil` where the state says all.
    package var code: String?
    /// The number of the recording that runs, or was the last.
    package var recording: Int?
    /// What was done and shown, in order, by the journal's names.
    package var effects: [String]
    /// Whether the journal has it on disk.
    package var isDurable: Bool

    package init(state: DutyState, code: String?, recording: Int?, effects: [String], isDurable: Bool) {
        self.state = state
        self.code = code
        self.recording = recording
        self.effects = effects
        self.isDurable = isDurable
    }
}
