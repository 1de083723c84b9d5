import CameraModel
import DutyPolicy
import Testing

@Suite struct ScheduledTriggerTests {
    private var trigger = ScheduledTrigger()

    @Test mutating func `D.2.b(2)k: a set time speaks once, with its own time`() throws {
        try trigger.set("warrant", at: moment(5000))
        #expect(trigger.nextDeadline == moment(5000))
        #expect(trigger.advance(to: moment(4999)) == [])
        #expect(
            trigger.advance(to: moment(5100)) == [
                TriggerEvent(source: .schedule, edge: .on, time: moment(5000), detail: "warrant")
            ])
        #expect(trigger.advance(to: moment(9000)) == [])
        #expect(trigger.nextDeadline == nil)
    }

    @Test mutating func `times that are due together speak in their order`() throws {
        try trigger.set("b", at: moment(2))
        try trigger.set("c", at: moment(1))
        try trigger.set("a", at: moment(2))
        #expect(trigger.advance(to: moment(2)).map(\.detail) == ["c", "a", "b"])
    }

    @Test mutating func `a time that has passed speaks at the next chance`() throws {
        try trigger.set("late", at: moment(-60_000))
        #expect(trigger.advance(to: moment(0)).map(\.time) == [moment(-60_000)])
    }

    @Test mutating func `a time set again is moved`() throws {
        try trigger.set("warrant", at: moment(1000))
        try trigger.set("warrant", at: moment(2000))
        #expect(trigger.advance(to: moment(1000)) == [])
        #expect(trigger.advance(to: moment(2000)).count == 1)
    }

    @Test mutating func `a cancelled time does not speak`() throws {
        try trigger.set("warrant", at: moment(1000))
        let (first, second) = (trigger.cancel("warrant"), trigger.cancel("warrant"))
        #expect(first && !second)
        #expect(trigger.advance(to: moment(2000)) == [])
    }

    @Test mutating func `a 65th time is refused, and a set one can still be moved`() throws {
        for index in 0..<64 { try trigger.set("\(index)", at: moment(index)) }
        #expect(throws: ScheduledTriggerError.full) { try trigger.set("64", at: moment(0)) }
        try trigger.set("0", at: moment(99))
        #expect(trigger.advance(to: moment(100)).count == 64)
    }
}
