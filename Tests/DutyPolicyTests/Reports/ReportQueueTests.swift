import CameraModel
import Testing

@testable import DutyPolicy

struct ReportQueueTests {
    private var queue = ReportQueue(unit: "unit-7", notifiers: ["file", "webhook"], escalation: .seconds(1800))

    private static let order = StopOrder(
        cause: .officer(.hamperedInvestigation), spoken: .notSpoken, consultation: .notAnswered, isContradicted: false)

    private func clock(_ seconds: Int64, boot: Int64 = 0) -> ClockReading {
        let time = seconds * 1_000_000_000
        return ClockReading(
            monotonic: MonotonicTime(nanoseconds: time - boot * 1_000_000_000), boottime: time,
            utc: UTCTime(nanosecondsSince1970: 1_772_352_000_000_000_000 + time), source: .simulated, uncertainty: 0)
    }

    private mutating func deliverAll(at seconds: Int64) -> [String] {
        let due = queue.due(at: clock(seconds).monotonic)
        for delivery in due { queue.delivered(delivery, at: clock(seconds)) }
        return due.map { "\($0.notifier) \($0.kind.rawValue) \($0.report.code)" }
    }

    @Test mutating func `D.1.b(2): a malfunction is due at every notifier at once, and at each only once`() {
        queue.find(.cameraAbsent, recording: 4, boot: "boot-1", at: clock(0))
        #expect(deliverAll(at: 0) == ["file first M01", "webhook first M01"])
        #expect(deliverAll(at: 1) == [])
        #expect(queue.reports[0].notified == clock(0).utc)
        #expect(queue.reports[0].recording == 4)
    }

    @Test mutating func `D.4: the same code while it is open is one report that counts up`() {
        for second in 0..<5 { queue.find(.storageError, boot: "boot-1", at: clock(Int64(second))) }
        queue.end(.storageError, at: clock(10))
        queue.find(.storageError, boot: "boot-1", at: clock(20))
        #expect(queue.reports.map(\.count) == [5, 1])
        #expect(queue.reports[0].firstSeen == clock(0).utc)
        #expect(queue.reports[0].lastSeen == clock(10).utc)
        #expect(Set(queue.reports.map(\.id)).count == 2)
    }

    @Test(arguments: [MalfunctionCode.damage, .loss, .theft, .failureToRecord, .lateActivation, .earlyStop])
    mutating func `D.1.b(2), D.4: a declaration says what happened`(code: MalfunctionCode) throws {
        for statement in [nil, "", " \n"] {
            #expect(throws: ReportRefusal.statementMissing(code)) {
                try queue.declare(code, statement: statement, by: "O-12", boot: "boot-1", at: clock(0))
            }
        }
        try queue.declare(code, statement: "fell off", by: "O-12", boot: "boot-1", at: clock(0))
        #expect(queue.reports.map(\.statement) == ["fell off"])
    }

    @Test mutating func `D.4: what only a unit can find is not declared, and no statement is endless`() {
        #expect(throws: ReportRefusal.notDeclarable(.cameraAbsent)) {
            try queue.declare(.cameraAbsent, statement: "x", by: nil, boot: "boot-1", at: clock(0))
        }
        #expect(throws: ReportRefusal.statementTooLong(limit: 2000)) {
            try queue.declare(
                .damage, statement: String(repeating: "x", count: 2001), by: nil, boot: "boot-1", at: clock(0))
        }
        #expect(queue.reports.isEmpty)
    }

    @Test mutating func `D.1.b(2): a report that nobody acknowledges goes further once, after 30 min`() throws {
        let id = queue.find(.cameraAbsent, boot: "boot-1", at: clock(0))
        _ = deliverAll(at: 0)
        #expect(queue.nextDeadline == clock(1800).monotonic)
        queue.escalate(at: clock(1799))
        #expect(deliverAll(at: 1799) == [])
        queue.escalate(at: clock(1800))
        #expect(deliverAll(at: 1800) == ["file escalation M01", "webhook escalation M01"])
        queue.escalate(at: clock(9000))
        #expect(deliverAll(at: 9000) == [])
        #expect(queue.reports[0].escalated == clock(1800).utc)
        try queue.acknowledge(id, by: "S-3", at: clock(9001))
        #expect(queue.nextDeadline == nil)
    }

    @Test mutating func `D.1.b(2): an acknowledged report goes no further, and is acknowledged once`() throws {
        let id = queue.find(.cameraAbsent, boot: "boot-1", at: clock(0))
        #expect(throws: ReportRefusal.nameMissing) { try queue.acknowledge(id, by: " ", at: clock(5)) }
        try queue.acknowledge(id, by: "S-3", at: clock(5))
        queue.escalate(at: clock(4000))
        #expect(queue.reports[0].escalated == nil)
        #expect(queue.reports[0].acknowledged == clock(5).utc)
        #expect(throws: ReportRefusal.alreadyAcknowledged(by: "S-3")) {
            try queue.acknowledge(id, by: "S-4", at: clock(6))
        }
        #expect(throws: ReportRefusal.unknownReport("x")) { try queue.acknowledge("x", by: "S-4", at: clock(6)) }
    }

    @Test mutating func `D.1.b(2): three quick tries, then ever longer waits up to 15 min`() {
        queue.find(.cameraAbsent, boot: "boot-1", at: clock(0))
        var waits: [Int64] = []
        var now: Int64 = 0
        for _ in 0..<10 {
            guard let delivery = queue.due(at: clock(now).monotonic).first(where: { $0.notifier == "webhook" }) else {
                break
            }
            queue.failed(delivery, at: clock(now).monotonic)
            let next = queue.deliveries.first { $0.notifier == "webhook" }?.due.nanoseconds ?? 0
            waits.append(next / 1_000_000_000 - now)
            now = next / 1_000_000_000
        }
        #expect(waits == [1, 2, 30, 60, 120, 240, 480, 900, 900, 900])
    }

    @Test mutating func `D.1.b(2): after a restart what waited is due at once, and no time is won`() {
        queue.find(.cameraAbsent, boot: "boot-1", at: clock(0))
        for delivery in queue.due(at: clock(0).monotonic) { queue.failed(delivery, at: clock(0).monotonic) }
        queue.resume(at: clock(1200, boot: 1190))
        #expect(queue.due(at: clock(1200, boot: 1190).monotonic).count == 2)
        queue.escalate(at: clock(1799, boot: 1190))
        #expect(queue.reports[0].escalated == nil)
        queue.escalate(at: clock(1800, boot: 1190))
        #expect(queue.reports[0].escalated != nil)
    }

    @Test mutating func `a wall clock that goes back over a restart gives no more than the whole time`() {
        queue.find(.cameraAbsent, boot: "boot-1", at: clock(5000))
        queue.resume(at: clock(10))
        queue.escalate(at: clock(1810))
        #expect(queue.reports[0].escalated != nil)
    }

    @Test mutating func `D.3.b(2): a deactivation leaves the stub of a report, which does not go further`() {
        queue.owe(Self.order, recording: 9, boot: "boot-1", at: clock(0))
        queue.owe(Self.order, recording: 10, boot: "boot-1", at: clock(0))
        #expect(queue.reports.map(\.recording) == [9, 10])
        #expect(queue.reports.map(\.clause) == ["D.3.b(2)", "D.3.b(2)"])
        #expect(Set(queue.reports.map(\.id)).count == 2)
        queue.escalate(at: clock(9000))
        #expect(queue.deliveries.count == 4)
    }

    @Test mutating func `settled reports are dropped beyond a limit, open ones never`() throws {
        let open = queue.find(.storageFull, boot: "boot-1", at: clock(0))
        for second in 1...300 {
            queue.owe(Self.order, recording: second, boot: "boot-1", at: clock(Int64(second)))
        }
        #expect(queue.reports.count == 301)
        _ = deliverAll(at: 400)
        #expect(queue.reports.count == 201)
        #expect(queue.reports[0].id == open)
    }
}
