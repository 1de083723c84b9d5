import CameraModel
import Evidence
import Simulation
import Testing

@Suite struct JournalOpeningTests {
    private static let first = "journal/journal-00000001.jsonl"
    private static let second = "journal/journal-00000002.jsonl"

    private func disk(_ text: [UInt8], _ others: [SimulatedFile] = []) -> SimulatedDisk {
        SimulatedDisk(files: [SimulatedFile(path: Self.first, bytes: text)] + others)
    }

    private func text(entries: Int = 3) throws -> [UInt8] {
        JournalSamples.files(try JournalSamples.disk(entries: entries))[0].bytes
    }

    private func content(_ disk: SimulatedDisk, _ path: String) -> [UInt8]? {
        disk.files().first { $0.path == path }?.bytes
    }

    @Test func `a tail torn at any byte is kept aside whole, told, and the journal accepted`() throws {
        let text = try text()
        let start = try #require(text.dropLast().lastIndex(of: 0x0A)) + 1
        for end in (start + 1)..<text.count {
            let disk = disk(Array(text[..<end]))
            let position = try JournalSamples.journal(on: disk).position
            #expect(position.sequence == 3)
            #expect(content(disk, "journal/journal-00000001.torn-1") == Array(text[start..<end]))
            let (records, result) = try JournalSamples.read(disk)
            #expect(result.isAccepted)
            let details = try #require(records.last).line.entry.details
            #expect(records.last?.line.entry.kind == .recovered)
            #expect(details["aside"] == "journal-00000001.torn-1")
            #expect(details["bytes"] == .integer(Int64(end - start)))
        }
    }

    @Test func `whatever call of a recovery fails, the torn bytes are never gone`() throws {
        let text = try text()
        let start = try #require(text.dropLast().lastIndex(of: 0x0A)) + 1
        let torn = Array(text[start..<(text.count - 7)])
        let calls = disk(Array(text[..<(text.count - 7)]))
        _ = try JournalSamples.journal(on: calls)
        for call in 1...calls.callCount {
            let disk = disk(Array(text[..<(text.count - 7)]))
            disk.failCalls(from: call, with: .error(5))
            #expect(throws: JournalError.self) { try JournalSamples.journal(on: disk) }
            for after in [disk.powerCutLosingAll(), disk.powerCutKeepingAll(), disk.powerCut(seed: UInt64(call))] {
                _ = try JournalSamples.journal(on: after)
                let (records, result) = try JournalSamples.read(after)
                #expect(result.isAccepted, "call \(call)")
                let asides = records.compactMap(\.line.entry.details["aside"])
                // Two when the power went between keeping and cutting, and both are told.
                #expect(asides.count == after.files().count { $0.path.contains("torn") }, "call \(call)")
                #expect(after.files().contains { $0.path.contains("torn") && $0.bytes == torn }, "call \(call)")
            }
        }
    }

    @Test func `entries written in one go may be torn in the middle, which is no broken chain`() throws {
        let disk = try JournalSamples.disk(entries: 1)
        try JournalSamples.journal(on: disk).append((2..<7).map { JournalSamples.entry($0) })
        var text = JournalSamples.files(disk)[0].bytes
        let lineEnds = text.indices.filter { text[$0] == 0x0A }
        for index in (lineEnds[1] + 10)..<(lineEnds[1] + 300) { text[index] = 0 }
        let torn = self.disk(text)
        try JournalSamples.journal(on: torn).append(JournalSamples.entry(9))
        let (records, result) = try JournalSamples.read(torn)
        #expect(result.isAccepted)
        #expect(records.map(\.line.entry.kind) == [.event, .event, .recovered, .event])
    }

    @Test func `the same in entries written one after the other is a broken chain`() throws {
        var text = try text(entries: 6)
        let lineEnds = text.indices.filter { text[$0] == 0x0A }
        for index in (lineEnds[1] + 10)..<(lineEnds[1] + 300) { text[index] = 0 }
        let disk = disk(text)
        _ = try JournalSamples.journal(on: disk)
        let (records, result) = try JournalSamples.read(disk)
        #expect(content(disk, Self.first) == text)
        #expect(records.map(\.line.entry.kind) == [.event, .event, .restarted])
        let fault = try #require(result.faults.first)
        #expect(fault.file == "journal-00000001.jsonl")
        #expect(fault.line == 3)
        #expect(fault.offset == Int64(lineEnds[1] + 1))
    }

    @Test func `what is broken is said once, and then the new chain goes on`() throws {
        var text = try text(entries: 4)
        text[20] ^= 1
        let disk = disk(text)
        for _ in 0..<3 { try JournalSamples.journal(on: disk).append(JournalSamples.entry(1)) }
        let (records, result) = try JournalSamples.read(disk)
        #expect(records.map(\.line.entry.kind) == [.restarted, .event, .event, .event])
        #expect(result.faults.count == 1)
        let details = try #require(records.first).line.entry.details
        #expect(details["lastFileSHA256"] == .string(HexDigest.of(text)))
        #expect(records.first?.line.sequence == 5)
    }

    @Test func `a last file that does not follow from the one before is a broken chain`() throws {
        let disk = try JournalSamples.disk(entries: 6, fileSize: 1500)
        let files = JournalSamples.files(disk)
        #expect(files.count == 2)
        var changed = files[0].bytes
        changed.removeSubrange(0..<(try #require(changed.firstIndex(of: 0x0A)) + 1))
        changed.removeLast(changed.count - (try #require(changed.firstIndex(of: 0x0A)) + 1))
        let other = SimulatedDisk(files: [SimulatedFile(path: Self.first, bytes: changed), files[1]])
        _ = try JournalSamples.journal(on: other)
        #expect(try JournalSamples.read(other).records.last?.line.entry.kind == .restarted)
        let absent = SimulatedDisk(files: [files[1]])
        _ = try JournalSamples.journal(on: absent)
        let (records, result) = try JournalSamples.read(absent)
        #expect(records.last?.line.entry.code == "M41")
        #expect(result.faults.first?.defect == .missingFile)
        #expect(result.faults.first?.file == "journal-00000001.jsonl")
    }

    @Test func `another unit's journal is left alone and said`() throws {
        let text = try text()
        let disk = disk(text)
        let journal = try JournalSamples.journal(on: disk, unit: "unit-8")
        try journal.append(JournalSamples.entry(1))
        #expect(content(disk, Self.first) == text)
        #expect(try !JournalSamples.read(disk).result.isAccepted)
    }

    @Test func `a file that was only just made is passed over, and told`() throws {
        for bytes in [[], Array("{\"SHA256\":\"".utf8), [UInt8](repeating: 0, count: 400)] as [[UInt8]] {
            let disk = disk(try text(), [SimulatedFile(path: Self.second, bytes: bytes)])
            try JournalSamples.journal(on: disk).append(JournalSamples.entry(9))
            let (records, result) = try JournalSamples.read(disk)
            #expect(result.isAccepted)
            #expect(result.files == 3)
            #expect(records.map(\.line.entry.kind) == [.event, .event, .event, .resumed, .event])
            #expect(content(disk, Self.second) == bytes)
        }
    }

    @Test func `names that somebody made neither stop the journal nor are written over`() throws {
        for name in [
            "journal-99999999.jsonl", "journal-00000050.jsonl", "journal-999999999999999.jsonl",
            "journal-00000002.jsonl/x", "journal-0.jsonl", "journal-00000001.torn-x", "journal-00000001.torn-1", "x",
        ] {
            let foreign = SimulatedFile(path: "journal/\(name)", bytes: Array("theirs".utf8))
            let disk = disk(try text(), [foreign])
            let journal = try JournalSamples.journal(on: disk)
            try journal.append(JournalSamples.entry(9))
            #expect(content(disk, foreign.path) == foreign.bytes, "\(name)")
            #expect(try JournalSamples.journal(on: disk).position == journal.position, "\(name)")
            #expect(try JournalSamples.read(disk).records.last?.line.entry == JournalSamples.entry(9), "\(name)")
        }
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func `files of random bytes and pieces are opened, left as they are but for a torn tail, and gone on from`(
        seed: UInt64
    ) throws {
        var random = SeededRandom(seed: seed)
        let lines = try text(entries: 5).split(separator: 0x0A).map { Array($0) + [0x0A] }
        var files: [SimulatedFile] = []
        for path in [Self.first, Self.second] {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes += (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
                case 1: bytes += lines.randomElement(using: &random)?.prefix(100) ?? []
                default: bytes += lines.randomElement(using: &random) ?? []
                }
            }
            files.append(SimulatedFile(path: path, bytes: bytes))
        }
        let disk = SimulatedDisk(files: files)
        let journal = try JournalSamples.journal(on: disk)
        let position = try journal.append(JournalSamples.entry(9))
        let all = disk.files().map(\.bytes)
        for file in files {
            let now = try #require(content(disk, file.path))
            let common = zip(now, file.bytes).prefix { $0 == $1 }.count
            // What is no longer there is, byte for byte, aside.
            let isKept =
                common == file.bytes.count || all.contains(Array(file.bytes[common...]))
                || all.contains { !$0.isEmpty && file.bytes.hasSuffix($0) && file.bytes.count - $0.count <= common }
            #expect(isKept)
        }
        #expect(try JournalSamples.journal(on: disk).position == position)
        // Only the last file and what links it are looked at here; the check of the whole journal sees the rest.
        let (records, result) = try JournalSamples.read(disk)
        #expect(records.last?.line.entry == JournalSamples.entry(9) || !result.isAccepted)
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ other: [UInt8]) -> Bool {
        suffix(other.count) == other[...]
    }
}
