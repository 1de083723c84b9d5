import CameraModel
import Evidence
import Simulation
import Testing

@Suite struct JournalTests {
    @Test func `what was appended is durable when the call returns, and reads back`() throws {
        let disk = SimulatedDisk()
        let journal = try JournalSamples.journal(on: disk)
        let position = try journal.append(JournalSamples.entry(1))
        let (records, result) = try JournalSamples.read(disk.powerCutLosingAll())
        #expect(records.map(\.line.entry) == [JournalSamples.entry(1)])
        #expect(result.isAccepted)
        #expect(result.end == position)
        #expect(position.sequence == 1)
    }

    @Test func `entries are numbered from 1 and chained, and each tells unit and boot`() throws {
        let (records, result) = try JournalSamples.read(try JournalSamples.disk(entries: 3))
        #expect(records.map(\.line.sequence) == [1, 2, 3])
        #expect(records.map(\.line.previous) == [JournalPosition.noHash, records[0].hash, records[1].hash])
        #expect(records.allSatisfy { $0.line.unit == JournalSamples.unit && $0.line.boot == "boot-1" })
        #expect(result.entries == 3)
    }

    @Test func `several entries in one go cost one write and one synchronization`() throws {
        let disk = try JournalSamples.disk(entries: 1)
        let journal = try JournalSamples.journal(on: disk)
        let before = disk.callCount
        try journal.append((0..<5).map { JournalSamples.entry($0) })
        #expect(disk.log.suffix(disk.callCount - before).map(\.name) == ["pwrite", "fdatasync"])
        let (records, _) = try JournalSamples.read(disk)
        #expect(records.map(\.line.batch) == [1, 2, 2, 2, 2, 2])
    }

    @Test func `a full file is followed by the next, and the chain goes on`() throws {
        let disk = try JournalSamples.disk(entries: 10, fileSize: 1500)
        let (records, result) = try JournalSamples.read(disk)
        #expect(result.isAccepted)
        #expect(result.files > 2)
        #expect(records.map(\.line.sequence) == Array(1...10))
        #expect(
            JournalSamples.files(disk).map(\.path).prefix(2) == [
                "journal/journal-00000001.jsonl", "journal/journal-00000002.jsonl",
            ])
    }

    @Test func `opened again, it goes on where it ended and adds nothing`() throws {
        let disk = try JournalSamples.disk(entries: 2)
        let before = JournalSamples.files(disk)
        let journal = try JournalSamples.journal(on: disk, boot: "boot-2")
        #expect(JournalSamples.files(disk) == before)
        #expect(journal.position.sequence == 2)
        try journal.append(JournalSamples.entry(2))
        let (records, result) = try JournalSamples.read(disk)
        #expect(result.isAccepted)
        #expect(records.map(\.line.boot) == ["boot-1", "boot-1", "boot-2"])
    }

    @Test func `an entry that JSON cannot hold is refused, and the next one is written`() throws {
        let disk = SimulatedDisk()
        let journal = try JournalSamples.journal(on: disk)
        var entry = JournalSamples.entry(1)
        entry.details["level"] = .double(-.infinity)
        #expect(throws: JournalError.unwritable("a number that is not finite")) { try journal.append(entry) }
        entry.details["level"] = .measured(-.infinity)
        #expect(try journal.append(entry).sequence == 1)
        #expect(try JournalSamples.read(disk).records.first?.line.entry == entry)
    }

    @Test func `an entry too long for a line is refused`() throws {
        let journal = try JournalSamples.journal(on: SimulatedDisk())
        let entry = JournalSamples.entry(1, detail: String(repeating: "x", count: JournalLine.longest))
        #expect(throws: JournalError.self) { try journal.append(entry) }
        #expect(journal.position == .start)
    }

    @Test func `a backlog of any length is written in as few goes as it takes`() throws {
        let disk = SimulatedDisk()
        let journal = try JournalSamples.journal(on: disk)
        let entries = (0..<1500).map { JournalSamples.smallEntry($0) }
        #expect(throws: JournalError.self) { try journal.append(entries) }
        var rest = entries[...]
        var goes = 0
        while !rest.isEmpty, goes < 10 {
            let count = journal.countThatFits(Array(rest))
            try journal.append(Array(rest.prefix(count)))
            rest.removeFirst(count)
            goes += 1
        }
        #expect(goes > 1 && goes < 5)
        #expect(try JournalSamples.read(disk).records.map(\.line.entry) == entries)
    }

    @Test func `an entry that can never be written is told by that none fits`() throws {
        let journal = try JournalSamples.journal(on: SimulatedDisk())
        var entry = JournalSamples.entry(1)
        entry.details["level"] = .double(.nan)
        #expect(journal.countThatFits([JournalSamples.entry(1), entry, JournalSamples.entry(2)]) == 1)
        #expect(journal.countThatFits([entry]) == 0)
        #expect(journal.countThatFits([]) == 0)
    }

    @Test func `nobody but the journal writes what the journal says of itself`() throws {
        let journal = try JournalSamples.journal(on: SimulatedDisk())
        #expect(throws: JournalError.self) { try journal.append(JournalEntry(.restarted, clock: Samples.reading)) }
    }

    @Test func `closed, it opens the next file when something is appended`() throws {
        let disk = SimulatedDisk()
        let journal = try JournalSamples.journal(on: disk)
        try journal.append(JournalSamples.entry(1))
        try journal.close()
        try journal.append(JournalSamples.entry(2))
        let (_, result) = try JournalSamples.read(disk)
        #expect(result.isAccepted)
        #expect(result.files == 2)
    }
}
