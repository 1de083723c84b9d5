import CameraModel
import Testing

@testable import DutyPolicy

/// Long random shifts with the real times and every input there is.
struct DutyTraceTests {
    @Test(arguments: 0..<8)
    func `D.2.b, D.3.c: every invariant holds over long random shifts`(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var machine = DutyMachine(
            times: DutyTimes(AgencyPolicy()), isBodyWorn: seed % 2 == 0, at: MonotonicTime(nanoseconds: 0))
        var records = 0
        for _ in 0..<4000 {
            let before = machine
            let input = Self.inputs.randomElement(using: &random) ?? .time
            let pause = Self.pauses.randomElement(using: &random) ?? .zero
            let time = machine.now + pause
            let deadline = machine.nextDeadline
            // The shell gives time at each deadline before anything later.
            if let deadline, deadline < time {
                let effects = machine.handle(.time, at: deadline)
                try judge(DutyTransition(before: before, input: .time, effects: effects, after: machine))
            } else {
                let effects = machine.handle(input, at: time)
                try judge(DutyTransition(before: before, input: input, effects: effects, after: machine))
                if !before.hasOpenRecording, machine.hasOpenRecording { records += 1 }
            }
            if let next = machine.nextDeadline { #expect(next > machine.now) }
        }
        #expect(records > 50)
    }

    private func judge(_ step: DutyTransition) throws {
        for invariant in DutyInvariant.allCases {
            let violation = invariant.violation(step)
            try #require(violation == nil, "\(step.before.standing) \(step.input) \(step.effects)")
        }
    }

    private static let pauses: [Duration] = [
        .zero, .milliseconds(1), .milliseconds(600), .seconds(3), .seconds(14), .seconds(61), .seconds(1300),
    ]

    private static let inputs: [DutyInput] =
        DutyExplorationTests.recording + DutyExplorationTests.shift + DutyExplorationTests.beside
        + TriggerSource.allCases.flatMap { [.start(StartRequest($0)), .triggerEnded($0)] }
        + DeactivationReason.allCases.map { .reason(ReasonStatement($0)) }
        + TerminationCause.allCases.map { .terminate($0) }
}
