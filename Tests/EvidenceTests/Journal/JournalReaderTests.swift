import CameraModel
import Evidence
import Simulation
import Testing

/// Journals of several files.
@Suite struct JournalReaderTests {
    private static let files: [SimulatedFile] = {
        (try? JournalSamples.disk(entries: 9, fileSize: 1500)).map { JournalSamples.files($0) } ?? []
    }()

    private func verify(_ files: [SimulatedFile], known: [JournalPosition] = []) throws -> JournalVerification {
        try JournalReader.verify(on: SimulatedDisk(files: files), known: known)
    }

    @Test func `without its folder there is nothing to verify`() {
        #expect(throws: DiskError.self) { try verify([]) }
    }

    @Test func `a file that is missing is named`() throws {
        for index in Self.files.indices {
            var files = Self.files
            let file = files.remove(at: index)
            let result = try verify(files, known: [try verify(Self.files).end])
            #expect(!result.isAccepted)
            guard index < files.count else { continue }
            #expect(result.faults.first?.defect == .missingFile)
            #expect(result.faults.first.map { "journal/\($0.file)" } == file.path)
        }
    }

    @Test func `files exchanged are not accepted`() throws {
        for first in Self.files.indices {
            for second in Self.files.indices where second > first {
                var files = Self.files
                (files[first].bytes, files[second].bytes) = (files[second].bytes, files[first].bytes)
                #expect(
                    try verify(files).faults.first?.file
                        == files[first].path.split(separator: "/").last.map(String.init))
            }
        }
    }

    @Test func `a file before the last, cut at any byte, is not accepted`() throws {
        for count in 0..<Self.files[1].bytes.count {
            var files = Self.files
            files[1].bytes = Array(files[1].bytes.prefix(count))
            #expect(try !verify(files).isAccepted)
        }
    }

    @Test func `known entries in the middle are held against the journal`() throws {
        let (records, _) = try JournalSamples.read(SimulatedDisk(files: Self.files))
        let known = records.map { JournalPosition(sequence: $0.line.sequence, hash: $0.hash) }
        #expect(try verify(Self.files, known: known).isAccepted)
        var wrong = known[4]
        wrong.hash = known[5].hash
        let result = try verify(Self.files, known: [wrong])
        #expect(result.faults.map(\.defect) == [.differs(sequence: 5)])
        #expect(result.faults.first?.line == records[4].number)
    }

    @Test func `a kept torn tail that was changed or taken away is told`() throws {
        var text = Self.files[0].bytes
        text.removeLast(9)
        let disk = SimulatedDisk(files: [SimulatedFile(path: Self.files[0].path, bytes: text)])
        _ = try JournalSamples.journal(on: disk)
        let files = disk.files()
        #expect(try verify(files).isAccepted)
        let aside = try #require(files.firstIndex { $0.path.contains("torn") })
        var changed = files
        changed[aside].bytes[0] ^= 1
        #expect(try verify(changed).faults.count == 1)
        changed.remove(at: aside)
        #expect(try verify(changed).faults.count == 1)
    }

    @Test func `a file that cannot be read is a fault with its place`() throws {
        let disk = SimulatedDisk(files: Self.files)
        disk.failCalls(from: 2, with: .error(5))
        let result = try JournalReader.verify(on: disk)
        guard case .unreadable = result.faults.first?.defect else {
            Issue.record("\(result)")
            return
        }
        #expect(result.faults.first?.file == "journal-00000001.jsonl")
    }

    @Test func `names that are not the journal's are listed`() throws {
        let result = try verify(Self.files + [SimulatedFile(path: "journal/notes.txt", bytes: [])])
        #expect(result.foreign == ["notes.txt"])
        #expect(result.isAccepted)
    }

    @Test func `a line of many mebibytes is refused without being held`() throws {
        let disk = SimulatedDisk(files: [
            SimulatedFile(path: Self.files[0].path, bytes: [UInt8](repeating: 0x20, count: 4 << 20))
        ])
        #expect(try JournalReader.verify(on: disk).faults.first?.defect == .tooLong)
        #expect(disk.log.reduce(0) { $0 + ($1.count ?? 0) } < 2 << 20)
    }

    @Test func `the account says how far the journal goes, and where it is wrong`() throws {
        let whole = try verify(Self.files)
        #expect(whole.description.hasPrefix("whole: 9 entries in 3 files, ends at entry 9 (SHA-256 "))
        var files = Self.files
        files[1].bytes[400] ^= 1
        let description = try verify(files).description
        #expect(description.hasPrefix("NOT accepted: journal/journal-00000002.jsonl, line 1, byte 0: "))
        #expect(description.contains("ends at entry"))
    }
}
