/// What one second of a shift is put down to (clause D.4): exactly one of these.
package enum LedgerAccount: Hashable, Sendable {
    case ready
    /// Also while a reason for the stop is asked for: the recording goes on.
    case recording
    case interrupted(InterruptionCause)
    case privacy(DeactivationReason)
    case fault(MalfunctionCode)
    case selfTest
    case withheld
    case docked
    case off(OffCause)

    package init(_ standing: DutyStanding) {
        switch standing {
        case .selfTest: self = .selfTest
        case .withheld: self = .withheld
        case .ready: self = .ready
        case .recording, .reason: self = .recording
        case .interrupted(let cause): self = .interrupted(cause)
        case .privacy(let reason): self = .privacy(reason)
        case .fault(let code): self = .fault(code)
        case .docked: self = .docked
        }
    }

    /// In one word.
    package var name: String {
        switch self {
        case .ready: "ready"
        case .recording: "recording"
        case .interrupted: "interrupted"
        case .privacy: "privacy"
        case .fault: "fault"
        case .selfTest: "self-test"
        case .withheld: "withheld"
        case .docked: "docked"
        case .off: "off"
        }
    }

    /// What it is for; `nil` where the name says all.
    package var code: String? {
        switch self {
        case .interrupted(let cause): cause.code
        case .privacy(let reason): reason.rawValue
        case .fault(let code): code.rawValue
        case .off(let cause): cause.rawValue
        case .ready, .recording, .selfTest, .withheld, .docked: nil
        }
    }

    /// Whether the unit could not have recorded, and nobody's reason or test is the cause of it.
    package var isGap: Bool {
        switch self {
        case .fault, .off: true
        case .ready, .recording, .interrupted, .privacy, .selfTest, .withheld, .docked: false
        }
    }
}

extension LedgerAccount: CustomStringConvertible {
    package var description: String { code.map { "\(name)(\($0))" } ?? name }
}
