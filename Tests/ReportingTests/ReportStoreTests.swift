import CameraModel
import DutyPolicy
import Simulation
import Testing

@testable import Reporting

struct ReportStoreTests {
    private static let empty = ReportQueue(unit: "unit-7", notifiers: ["file"], escalation: .seconds(1800))
    private static let clock = ClockReading(
        monotonic: MonotonicTime(nanoseconds: 5), boottime: 5, utc: UTCTime(nanosecondsSince1970: 7),
        source: .simulated, uncertainty: 0)

    private static func open(_ disk: SimulatedDisk) throws(DiskError) -> ReportStore {
        try ReportStore(on: disk, empty: empty, at: clock)
    }

    private static func find(_ code: MalfunctionCode, in store: inout ReportStore) throws(ReportStoreError) {
        try store.change { $0.find(code, boot: "boot-1", at: clock) }
    }

    @Test func `D.1.b(2): a report survives a power cut that loses all it may`() throws {
        let disk = SimulatedDisk()
        var store = try Self.open(disk)
        try Self.find(.cameraAbsent, in: &store)
        let after = try Self.open(disk.powerCutLosingAll())
        #expect(after.queue.reports == store.queue.reports)
        #expect(after.queue.due(at: Self.clock.monotonic).count == 1)
    }

    @Test func `D.1.b(2): a delivered report is not due again after a restart`() throws {
        let disk = SimulatedDisk()
        var store = try Self.open(disk)
        try Self.find(.cameraAbsent, in: &store)
        try store.change { queue in
            for delivery in queue.due(at: Self.clock.monotonic) { queue.delivered(delivery, at: Self.clock) }
        }
        let after = try Self.open(disk.powerCutLosingAll())
        #expect(after.queue.due(at: MonotonicTime(nanoseconds: .max)) == [])
        #expect(after.queue.reports.count == 1)
    }

    @Test(arguments: 1...8)
    func `D.1.b(2): whichever call fails, the queue is the one before or the one after`(call: Int) throws {
        for fault in [DiskFault.error(5), .error(28), .tornWrite, .shortWrite(0.5)] {
            let disk = SimulatedDisk()
            var store = try Self.open(disk)
            try Self.find(.cameraAbsent, in: &store)
            let before = store.queue
            disk.failCall(number: disk.callCount + call, with: fault)
            do throws(ReportStoreError) {
                try Self.find(.storageError, in: &store)
                #expect(store.queue.reports.count == 2)
            } catch {
                #expect(store.queue == before)
            }
            for seed in 0..<4 as Range<UInt64> {
                let found = try Self.open(disk.powerCut(seed: seed))
                #expect(found.setAside == nil)
                #expect([1, 2].contains(found.queue.reports.count))
                #expect(found.queue.reports.count >= store.queue.reports.count)
            }
            // And it goes on.
            disk.clearFaults()
            try Self.find(.theft, in: &store)
            #expect(try Self.open(disk.powerCutLosingAll()).queue.reports == store.queue.reports)
        }
    }

    @Test func `a queue that cannot be read is kept aside, and a new one begins`() throws {
        let disk = SimulatedDisk(files: [SimulatedFile(path: "reports/queue.json", bytes: Array("{".utf8))])
        let store = try Self.open(disk)
        #expect(store.setAside == "reports/queue.unreadable-1")
        #expect(store.queue.reports.isEmpty)
        #expect(disk.files().map(\.path) == ["reports/queue.unreadable-1"])
    }

    @Test func `what is refused changes nothing on the disk`() throws {
        let disk = SimulatedDisk()
        var store = try Self.open(disk)
        let calls = disk.callCount
        #expect(throws: ReportStoreError.refused(.statementMissing(.theft))) {
            try store.change { queue throws(ReportRefusal) in
                try queue.declare(.theft, statement: nil, by: nil, boot: "boot-1", at: Self.clock)
            }
        }
        #expect(disk.callCount == calls)
    }
}
