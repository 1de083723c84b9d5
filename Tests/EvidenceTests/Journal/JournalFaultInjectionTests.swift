import CameraModel
import Evidence
import Simulation
import Testing

/// A failure at every call on the disk in turn: what was announced is there after a power cut, in a journal that is
/// accepted.
@Suite struct JournalFaultInjectionTests {
    enum Failure: Hashable, CaseIterable {
        case inputOutput, noSpace, shortWrite, silentLoss, tornWrite
        /// From this call on, nothing works any more.
        case dies
        /// The power goes in this call, a write half done.
        case powerCut
        /// A synchronization fails, and the process is killed before it can say so.
        case silentLossAndKill

        func order(_ disk: SimulatedDisk, at call: Int) {
            switch self {
            case .inputOutput: disk.failCall(number: call, with: .error(5))
            case .noSpace: disk.failCall(number: call, with: .error(28))
            case .shortWrite: disk.failCall(number: call, with: .shortWrite(0.5))
            case .silentLoss: disk.failCall(number: call, with: .silentLoss)
            case .tornWrite: disk.failCall(number: call, with: .tornWrite)
            case .dies: disk.failCalls(from: call, with: .error(5))
            case .powerCut:
                disk.failCall(number: call, with: .tornWrite)
                disk.failCalls(from: call + 1, with: .error(5))
            case .silentLossAndKill:
                disk.failCall(number: call, with: .silentLoss)
                disk.failCalls(from: call + 1, with: .error(5))
            }
        }
    }

    private static let calls: Int = {
        let disk = SimulatedDisk()
        var run = JournalRun(on: disk)
        run.run()
        return disk.callCount
    }()

    @Test(arguments: Failure.allCases)
    func `whatever fails, every announced entry is there and the journal is accepted`(failure: Failure) throws {
        var announced = 0
        for call in 1...Self.calls {
            let disk = SimulatedDisk()
            failure.order(disk, at: call)
            var run = JournalRun(on: disk)
            run.run()
            announced += run.announced.count
            disk.clearFaults()
            let after = [
                ("losing all", disk.powerCutLosingAll()), ("keeping all", disk.powerCutKeepingAll()),
                ("by chance", disk.powerCut(seed: UInt64(call))),
                ("killed", disk),
            ]
            for (kind, disk) in after {
                try check(run, after: disk, Comment(rawValue: "\(failure) at call \(call), \(kind)"))
            }
        }
        #expect(announced > Self.calls)
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `several failures lose nothing that was announced`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let disk = SimulatedDisk()
        var failures: [String] = []
        for _ in 0..<Int.random(in: 2...6, using: &random) {
            let call = Int.random(in: 1...(Self.calls + 10), using: &random)
            let failure = [Failure.inputOutput, .noSpace, .shortWrite, .silentLoss, .tornWrite]
                .randomElement(using: &random)
            failure?.order(disk, at: call)
            failures.append("\(failure.map { "\($0)" } ?? "") at \(call)")
        }
        var run = JournalRun(on: disk)
        run.run()
        disk.clearFaults()
        try check(run, after: disk.powerCut(seed: seed), Comment(rawValue: failures.joined(separator: ", ")))
    }

    @Test func `a write that fails is told by the next entry, and none of it is announced`() throws {
        let disk = SimulatedDisk()
        var run = JournalRun(on: disk)
        let opened = run.open("boot-1")
        let journal = try #require(opened)
        run.append([1], to: journal)
        disk.failCall(number: disk.callCount + 2, with: .silentLoss)
        run.append([2], to: journal)
        let (records, result) = try JournalSamples.read(disk)
        #expect(records.map(\.line.entry.kind) == [.event, .resumed, .event])
        #expect(records[1].line.entry.code == "M22")
        #expect(result.leftBytes > 0)
        #expect(result.isAccepted)
        #expect(result.files == 2)
        #expect(run.announced == [1, 2])
    }

    @Test func `a full disk leaves no new files, and what was refused is counted`() throws {
        let disk = SimulatedDisk(capacity: 2000)
        let journal = try JournalSamples.journal(on: disk)
        var run = JournalRun(on: disk)
        for number in 1...20 { run.append([number], to: journal) }
        #expect(run.failures > 10)
        #expect(JournalSamples.files(disk).count == 1)
        #expect(try JournalSamples.read(disk).result.entries == run.announced.count)
    }

    @Test func `when the disk has room again, the journal goes on in the same file and says how much it refused`()
        throws
    {
        let disk = SimulatedDisk()
        let journal = try JournalSamples.journal(on: disk)
        try journal.append(JournalSamples.entry(1))
        disk.failCall(number: disk.callCount + 1, with: .error(28))
        #expect(throws: JournalError.self) { try journal.append(JournalSamples.entry(2)) }
        try journal.append(JournalSamples.entry(3))
        let (records, result) = try JournalSamples.read(disk)
        #expect(result.isAccepted)
        #expect(result.files == 1)
        #expect(records.map(\.line.entry.kind) == [.event, .resumed, .event])
        #expect(records[1].line.entry.code == "M21")
        #expect(records[1].line.entry.details["entriesRefused"] == 1)
    }

    @Test func `a disk on which nothing can be written any more is not filled with files`() throws {
        let disk = SimulatedDisk()
        let journal = try JournalSamples.journal(on: disk)
        try journal.append(JournalSamples.entry(1))
        // Names can be made, but nothing becomes durable.
        for number in 0..<2000 { disk.failCall(number: disk.callCount + 1 + number, with: .silentLoss) }
        for number in 2..<200 {
            #expect(throws: JournalError.self) { try journal.append(JournalSamples.entry(number)) }
        }
        disk.clearFaults()
        #expect(try disk.list("journal").count < 70)
        _ = try JournalSamples.journal(on: disk).append(JournalSamples.entry(2))
    }

    /// Starts on what is left, goes on, and looks for every announced entry.
    private func check(_ run: JournalRun, after disk: SimulatedDisk, _ place: Comment) throws {
        var next = JournalRun(on: disk)
        let opened = next.open("boot-3")
        let journal = try #require(opened, place)
        next.append([100], to: journal)
        #expect(next.failures == 0, place)
        for disk in [disk, disk.powerCutLosingAll()] {
            let (records, result) = try JournalSamples.read(disk, known: run.positions + next.positions)
            #expect(result.faults == [], place)
            let found = records.compactMap(\.line.entry.recording)
            let announced = Set(run.announced + next.announced)
            #expect(found.filter { announced.contains($0) }.sorted() == announced.sorted(), place)
        }
    }
}
