extension DutyStanding {
    /// Reads what ``DutyState`` and ``code`` say of a standing; `nil` where they do not fit together.
    package init?(state: DutyState, code: String?) {
        switch state {
        case .selfTest: self = .selfTest
        case .withheld: self = .withheld
        case .ready: self = .ready
        case .recording: self = .recording
        case .reason: self = .reason
        case .docked: self = .docked
        case .interrupted:
            guard let code, let cause = InterruptionCause(code: code) else { return nil }
            self = .interrupted(cause)
        case .privacy:
            guard let code, let reason = DeactivationReason(rawValue: code) else { return nil }
            self = .privacy(reason)
        case .fault:
            guard let code, let malfunction = MalfunctionCode(rawValue: code) else { return nil }
            self = .fault(malfunction)
        }
    }
}

extension InterruptionCause {
    /// Reads a code of a ``DeactivationReason`` or a ``TerminationCause``; `nil` for another.
    package init?(code: String) {
        if let reason = DeactivationReason(rawValue: code) {
            self = .officer(reason)
        } else if let cause = TerminationCause(rawValue: code) {
            self = .unit(cause)
        } else {
            return nil
        }
    }
}
