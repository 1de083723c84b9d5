import CameraModel

extension DutyMachine {
    /// Nothing can be recorded; a recording that is open stays open, and goes on when something works again.
    mutating func becomeUnable(_ code: MalfunctionCode) -> [DutyEffect] {
        let previous = inability
        guard previous != code else { return [] }
        inability = code
        return (previous.map { [.malfunctionEnded($0)] } ?? []) + [.report(code), .prompt(.malfunction)]
    }

    mutating func becomeAble() -> [DutyEffect] {
        guard let code = inability else { return [] }
        inability = nil
        let effects: [DutyEffect] = [.malfunctionEnded(code)]
        switch phase {
        case .recording, .reason:
            return effects + [.prompt(.recording)]
        case .interrupted(let debt):
            // What a fault ended begins again by itself (clause D.3.c).
            guard case .unit = debt.cause else { return effects + [.prompt(.malfunctionEnded)] }
            return effects + begin(.resumption, category: nil, isRestricted: false, closes: debt.cause)
        case .standby, .privacy:
            return effects + [.prompt(.malfunctionEnded)]
        }
    }

    mutating func malfunction(_ code: MalfunctionCode, isPresent: Bool) -> [DutyEffect] {
        isPresent ? [.report(code), .prompt(.malfunction)] : [.malfunctionEnded(code), .prompt(.malfunctionEnded)]
    }

    /// The unit ends the recording for a named fault; reactivation is owed, and comes by itself where it can.
    mutating func terminate(_ cause: TerminationCause) -> [DutyEffect] {
        let report: [DutyEffect] = [.report(cause.malfunction), .prompt(.endingByFault)]
        guard hasOpenRecording else { return report }
        let order = StopOrder(
            cause: .unit(cause), spoken: nil, consultation: .notAsked, isContradicted: false)
        let effects = unmute() + [.stopRecording(order), .reportStub(order)] + report
        owe(.unit(cause))
        return effects
    }
}
