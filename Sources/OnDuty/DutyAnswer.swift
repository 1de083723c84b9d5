package import DutyPolicy

/// What came of an input, once the journal has it.
package struct DutyAnswer: Hashable, Sendable {
    package var effects: [DutyEffect]
    package var standing: DutyStanding
    /// The recording that runs, or that the input ended.
    package var recording: Int?
    /// Whether the journal has it on disk.
    package var isDurable: Bool

    package var refusal: Refusal? {
        effects.lazy.compactMap { if case .refused(let refusal) = $0 { refusal } else { nil } }.first
    }
}
