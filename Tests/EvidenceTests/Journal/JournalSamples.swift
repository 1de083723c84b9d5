import CameraModel
import Evidence
import Simulation

/// Journals on a simulated disk.
enum JournalSamples {
    static let unit = "unit-7"

    static func journal(
        on disk: SimulatedDisk, fileSize: Int64 = 2 << 20, unit: String = unit, boot: String = "boot-1"
    ) throws(JournalError) -> Journal {
        try Journal(
            on: disk, unit: unit, boot: boot, clock: VirtualClock(utc: Samples.reading.utc),
            settings: JournalSettings(fileSize: fileSize))
    }

    static func entry(_ number: Int, detail: String = "plain") -> JournalEntry {
        JournalEntry(
            .event, clock: Samples.reading, officer: "O-12", recording: number, cause: "button", code: "INTX",
            clause: "D.2.b(1)", battery: 80, freeBytes: 1 << 36,
            details: ["number": .integer(Int64(number)), "text": .string(detail)])
    }

    /// As short as an entry can be.
    static func smallEntry(_ number: Int) -> JournalEntry {
        JournalEntry(.event, clock: Samples.reading, recording: number)
    }

    /// A disk that holds a journal of `count` entries, durably.
    static func disk(entries count: Int, fileSize: Int64 = 2 << 20) throws(JournalError) -> SimulatedDisk {
        let disk = SimulatedDisk()
        let journal = try journal(on: disk, fileSize: fileSize)
        for number in 0..<count { try journal.append(entry(number)) }
        return disk
    }

    /// The numbers that the entries in a journal carry, and what the check said.
    static func read(_ disk: SimulatedDisk, known: [JournalPosition] = []) throws -> (
        records: [JournalRecord], result: JournalVerification
    ) {
        var records: [JournalRecord] = []
        let result = try JournalReader.verify(on: disk, known: known) { records.append($0) }
        return (records, result)
    }

    /// The journal's files, without what is kept aside.
    static func files(_ disk: SimulatedDisk) -> [SimulatedFile] {
        disk.files().filter { $0.path.hasSuffix(".jsonl") }
    }
}
