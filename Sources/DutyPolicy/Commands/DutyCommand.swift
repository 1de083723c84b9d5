/// What a person or a scenario asks of the duty, as it comes over a wire or out of a file: names and codes as text.
///
/// ``input()`` takes it apart, and refuses what is unknown or lacks what its clause asks for.
package struct DutyCommand: Hashable, Sendable, Codable {
    /// What is asked, such as `reason`.
    package var name: Name
    /// A code of the policy, such as `I01`, `MVST`, `E2`, `X10` or `M92`.
    package var code: String?
    /// `S+`, `S-` or `S0` (clause D.3.b(1)).
    package var consulted: String?
    /// What asked for a start, such as `lightBar`.
    package var trigger: String?
    /// Of a marker or a self-test.
    package var kind: String?
    package var officer: String?
    /// The shift's id.
    package var shift: String?
    /// Whose name is given.
    package var supervisor: String?
    /// In the person's own words.
    package var statement: String?
    /// Whether the officer's training is current (section E).
    package var trainingIsCurrent: Bool?

    package init(_ name: Name) {
        self.name = name
    }

    package enum Name: String, Hashable, Sendable, Codable, CaseIterable {
        case start
        case triggerEnded = "trigger-ended"
        case stop
        case reason
        case confirm
        case keepRecording = "keep-recording"
        case speech
        case speechEnded = "speech-ended"
        case agitation
        case endPrivacy = "end-privacy"
        case mark
        case mute
        case unmute
        case discreet
        case discreetEnded = "discreet-ended"
        case category
        case label
        case exception
        case startShift = "start-shift"
        case endShift = "end-shift"
        case selfTest = "self-test"
        case overrideWithheld = "override-withheld"
        case dock
        case undock
        case declare
        /// Of the unit itself: a scenario alone may say it.
        case terminate
        case malfunction
        case malfunctionEnded = "malfunction-ended"

        /// Whether the unit's own devices say it, never a person.
        package var isOfDevice: Bool {
            switch self {
            case .terminate, .malfunction, .malfunctionEnded, .speech, .speechEnded, .agitation: true
            case .start, .triggerEnded, .stop, .reason, .confirm, .keepRecording, .endPrivacy, .mark, .mute, .unmute,
                .discreet, .discreetEnded, .category, .label, .exception, .startShift, .endShift, .selfTest,
                .overrideWithheld, .dock, .undock, .declare:
                false
            }
        }
    }
}
