package import CameraModel
package import DutyPolicy

/// Shows prompts to the person who wears the unit: lights, tones, vibration, words.
///
/// Called from the journal's thread, in order; a call may take a moment, and must not wait for a person.
package protocol Indicator: Sendable {
    /// - Parameters:
    ///   - indication: What to show; an empty one shows nothing.
    ///   - prompt: What it is for.
    ///   - time: When the journal had it.
    func show(_ indication: Indication, for prompt: Prompt, at time: MonotonicTime)
}
