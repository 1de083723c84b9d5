import DutyPolicy
import Testing

@Suite struct DutyCommandTests {
    @Test func `D.3.b(1): a reason is taken with its code and the supervisor's answer`() throws {
        var command = DutyCommand(.reason)
        command.code = "I01"
        command.consulted = "S0"
        #expect(
            try command.input() == .reason(ReasonStatement(.hamperedInvestigation, consultation: .notPossible)))
    }

    @Test(arguments: ["I9", "", "P11", "end0", String(repeating: "x", count: 5000), "\u{0}"])
    func `D.3.b: an unknown reason is refused with those that there are`(code: String) {
        var command = DutyCommand(.reason)
        command.code = code
        let error = #expect(throws: DutyCommandError.self) { try command.input() }
        #expect(error?.field == "code")
        #expect(error?.description.contains("END0, P01") == true)
        #expect((error?.problem.count ?? 0) < 60)
    }

    @Test func `D.1.b(1): an override needs the supervisor's name and words`() {
        var command = DutyCommand(.overrideWithheld)
        #expect(throws: DutyCommandError.self) { try command.input() }
        command.supervisor = "day shift"
        #expect(throws: DutyCommandError.self) { try command.input() }
        command.statement = "no spare unit"
        #expect(throws: Never.self) { try command.input() }
    }

    @Test func `D.1.b(2), D.4: what a person declares needs the person's words, and is a person's to declare`() {
        var command = DutyCommand(.declare)
        command.code = "M92"
        #expect(throws: DutyCommandError.self) { try command.input() }
        command.statement = "taken from the car"
        #expect(throws: Never.self) { try command.input() }
        command.code = "M01"
        #expect(throws: DutyCommandError.self) { try command.input() }
    }

    @Test func `what a person says stays on its line`() {
        var command = DutyCommand(.start)
        command.statement = "one\ntwo"
        #expect(throws: DutyCommandError.self) { try command.input() }
    }
}
