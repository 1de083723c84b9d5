import CameraModel
import DutyPolicy
import Evidence
import OnDuty
import Recording
import Simulation
import Testing

@Suite struct DutyTests {
    @Test func `D.2.b: a start records at once, and is shown when the journal has it`() throws {
        let unit = try DutyUnit()
        unit.duty.handle(.start(StartRequest(.manual)), at: unit.clock.now, from: DutyOrigin("gesture"))
        #expect(unit.recorder.current?.number == 1)
        #expect(unit.shown.isEmpty)
        unit.queue.step()
        #expect(unit.shown == [.recording])
        let entries = try unit.entries()
        #expect(
            entries.map(\.cause) == [
                "start:manual", "start-recording:manual", "exception-report:used-untested", "prompt:recording",
            ])
        #expect(entries.first?.clause == "D.2.b")
        #expect(entries.first?.stateBefore == "ready")
        #expect(entries.first?.stateAfter == "recording")
    }

    @Test func `D.3.b(1), D.3.b(2): a stop waits for its reason, which the journal carries`() throws {
        let unit = try DutyUnit()
        unit.tell(.start(StartRequest(.manual)))
        unit.tell(.stop)
        #expect(unit.recorder.current != nil)
        unit.tell(.speech(isHeard: true))
        unit.tell(.reason(ReasonStatement(.hamperedInvestigation, consultation: .consulted)))
        #expect(unit.recorder.current != nil)
        unit.tell(.confirm)
        #expect(unit.recorder.current == nil)
        let stop = try #require(unit.entries().last { $0.cause == "stop-recording" })
        #expect(stop.code == "I01")
        #expect(stop.clause == "D.3.b(1)")
        #expect(stop.details["spoken"] == .string("spoken"))
        #expect(stop.details["consultation"] == .string("S+"))
        #expect(unit.notices.map(\.effect.name).contains("report-stub"))
    }

    @Test func `D.2.c: silence lets the recording go on`() throws {
        let unit = try DutyUnit()
        unit.tell(.start(StartRequest(.manual)))
        unit.tell(.stop)
        unit.pass(.seconds(61))
        #expect(unit.recorder.current?.number == 1)
        #expect(unit.shown.contains(.recordingGoesOn))
    }

    @Test func `C.4, D.1.b: every entry of a shift names the officer and the shift`() throws {
        let unit = try DutyUnit()
        unit.duty.startShift(
            officer: "4711", shift: "early", trainingIsCurrent: true, at: unit.clock.now, from: DutyOrigin("command"))
        unit.tell(.mark(.rightsRead))
        unit.tell(.endShift)
        unit.tell(.mark(.plain))
        let marks = try unit.entries().filter { $0.kind == .event && $0.cause?.hasPrefix("mark") == true }
        #expect(marks.map(\.officer) == ["4711", nil])
        #expect(marks.map(\.shift) == ["early", nil])
        #expect(unit.asked == [.quick])
    }

    @Test func `D.3.c: an interruption is recalled, and the next start says what it closes`() throws {
        let unit = try DutyUnit()
        unit.tell(.start(StartRequest(.manual)))
        unit.tell(.reason(ReasonStatement(.supervisorDirection)))
        unit.tell(.confirm)
        unit.pass(.seconds(61))
        #expect(unit.shown.contains(.interruptedReminder))
        unit.tell(.start(StartRequest(.lightBar)))
        let start = try #require(unit.entries().last { $0.cause == "start-recording:lightBar" })
        #expect(start.details["closes"] == .string("I02"))
        #expect(start.clause == "D.3.c")
    }

    @Test func `D.4: while the disk fails nobody is kept waiting, and every entry is written afterwards`() throws {
        let unit = try DutyUnit()
        unit.disk.apply(.failing)
        unit.tell(.start(StartRequest(.manual)))
        #expect(unit.shown == [.recording])
        #expect(unit.failures == [true])
        unit.disk.apply(.repaired)
        unit.queue.step()
        #expect(unit.failures == [true, false])
        #expect(try unit.entries().map(\.cause).contains("start:manual"))
        #expect(unit.queue.lost == 0)
    }

    @Test func `D.4: time in which nothing is due leaves no entry`() throws {
        let unit = try DutyUnit()
        unit.pass(.seconds(300))
        #expect(try unit.entries().isEmpty)
    }

    @Test func `D.1.b(1): overriding a withheld unit keeps the supervisor's name and words`() throws {
        let unit = try DutyUnit()
        unit.tell(.runSelfTest(.quick))
        unit.tell(.selfTestEnded(.failed))
        var command = DutyCommand(.overrideWithheld)
        command.supervisor = "day shift"
        command.statement = "no spare unit"
        unit.duty.handle(command: command, input: try command.input(), at: unit.clock.now, from: "command")
        unit.queue.step()
        let entry = try #require(unit.entries().last { $0.cause == "override-withheld" })
        #expect(entry.details["supervisor"] == .string("day shift"))
        #expect(entry.details["statement"] == .string("no spare unit"))
        #expect(entry.stateBefore == "withheld")
        #expect(entry.stateAfter == "ready")
    }
}
