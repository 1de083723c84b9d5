import CameraModel

extension DutyMachine {
    /// Begins a shift with the inspection of clause D.1.b; a recording that runs goes on.
    mutating func startShift(trainingIsCurrent: Bool) -> [DutyEffect] {
        guard shift == .none else { return refuse(.shiftRuns) }
        shift = .runs
        var effects: [DutyEffect] = [.shiftStarted]
        if !trainingIsCurrent { effects += [.exceptionReport(.trainingExpired), .prompt(.trainingExpired)] }
        if inspection != .running { effects += runSelfTest(.quick) }
        return effects
    }

    mutating func endShift() -> [DutyEffect] {
        switch shift {
        case .none: return refuse(.noShift)
        case .ending: return [.prompt(.shiftEndsAfterRecording)]
        case .runs:
            shift = .ending
            return hasOpenRecording ? [.prompt(.shiftEndsAfterRecording)] : []
        }
    }

    mutating func runSelfTest(_ kind: SelfTestKind) -> [DutyEffect] {
        guard inspection != .running else { return refuse(.selfTestRuns) }
        inspection = .running
        return [.runSelfTest(kind), .prompt(.selfTestRunning)]
    }

    mutating func endSelfTest(_ verdict: SelfTestVerdict) -> [DutyEffect] {
        switch verdict {
        case .passed, .passedWithWarnings:
            inspection = .passed
            return [.prompt(.selfTestPassed)]
        case .failed:
            inspection = .failed
            // Shall not be used (clause D.1.b(1)), and yet a recording that runs goes on.
            return (hasOpenRecording ? [.exceptionReport(.usedUnfit)] : []) + [.prompt(.getReplacement)]
        }
    }

    mutating func overrideWithheld() -> [DutyEffect] {
        guard inspection == .failed else { return refuse(.notWithheld) }
        inspection = .overridden
        return [.exceptionReport(.withheldOverridden), .prompt(.ready)]
    }

    mutating func dock() -> [DutyEffect] {
        guard !isDocked else { return [] }
        isDocked = true
        return []
    }

    mutating func undock() -> [DutyEffect] {
        guard isDocked else { return [] }
        isDocked = false
        return inspection == .running ? [] : runSelfTest(.quick)
    }

    /// Ends what waited for the recording's end: the shift, and the debt that a dock or the shift's end leaves open.
    mutating func settle() -> [DutyEffect] {
        guard !hasOpenRecording, shift == .ending || isDocked else { return [] }
        var effects: [DutyEffect] = []
        if let debt { effects.append(.exceptionReport(.openDebt(debt))) }
        if case .privacy = phase { effects.append(.resumePreEvent) }
        phase = .standby
        if shift == .ending {
            shift = .none
            // The next shift begins with a test of its own.
            if inspection == .passed || inspection == .overridden { inspection = .notTested }
            effects.append(.shiftEnded)
        }
        return effects
    }
}
