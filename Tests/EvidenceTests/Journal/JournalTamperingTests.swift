import CameraModel
import Evidence
import Simulation
import Testing

/// Every way of changing a small journal, at every place.
@Suite struct JournalTamperingTests {
    private static let path = "journal/journal-00000001.jsonl"
    private static let bytes: [UInt8] = {
        let disk = SimulatedDisk()
        let journal = try? JournalSamples.journal(on: disk)
        for number in 0..<3 { _ = try? journal?.append(JournalSamples.smallEntry(number)) }
        return JournalSamples.files(disk).first?.bytes ?? []
    }()
    private static let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }

    private func verify(_ bytes: [UInt8], known: [JournalPosition] = []) throws -> JournalVerification {
        let disk = SimulatedDisk(files: [SimulatedFile(path: Self.path, bytes: bytes)])
        return try JournalReader.verify(on: disk, known: known)
    }

    @Test func `the journal itself is accepted`() throws {
        #expect(try verify(Self.bytes).entries == 3)
        #expect(try verify(Self.bytes).isAccepted)
    }

    @Test func `cut at any byte it is not accepted, or says that it ends earlier`() throws {
        let whole = try verify(Self.bytes).end
        for count in 0..<Self.bytes.count {
            let cut = Array(Self.bytes.prefix(count))
            let breaks = cut.count { $0 == 0x0A }
            let result = try verify(cut)
            #expect(result.entries == breaks)
            #expect(result.end.sequence == Int64(breaks))
            #expect(result.isAccepted == (cut.isEmpty || cut.last == 0x0A))
            let last = Int64(cut.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
            if let fault = result.faults.first {
                #expect(fault.defect == .torn(bytes: Int64(count) - last))
                #expect(fault.offset == last)
                #expect(fault.line == breaks + 1)
            }
            // Whoever knows how far it went is not deceived.
            #expect(try verify(cut, known: [whole]).faults.last?.defect == .endsBefore(sequence: 3))
        }
    }

    /// The lowest bit, the one between capitals and small letters, and the highest.
    @Test(arguments: [0x01, 0x20, 0x80] as [UInt8])
    func `with any byte changed it is not accepted, and the line is named`(change: UInt8) throws {
        for index in Self.bytes.indices {
            let line = Self.bytes[..<index].count { $0 == 0x0A } + 1
            var bytes = Self.bytes
            bytes[index] ^= change
            let result = try verify(bytes)
            #expect(!result.isAccepted, "byte \(index)")
            #expect(result.entries < 3)
            #expect(result.faults.first?.line == line, "byte \(index)")
        }
    }

    @Test func `with any byte taken out or put in it is not accepted`() throws {
        for index in Self.bytes.indices {
            var bytes = Self.bytes
            let byte = bytes.remove(at: index)
            // The last line break alone: a torn tail.
            #expect(try !verify(bytes).isAccepted, "without byte \(index)")
            for byte in [byte, 0x0A] {
                var bytes = Self.bytes
                bytes.insert(byte, at: index)
                #expect(try !verify(bytes).isAccepted, "byte \(index) put in")
            }
        }
        for byte in [0x20, 0x0A, 0x00] as [UInt8] { #expect(try !verify(Self.bytes + [byte]).isAccepted) }
    }

    @Test func `with any two lines exchanged it is not accepted`() throws {
        for first in Self.lines.indices {
            for second in Self.lines.indices where second > first {
                var lines = Self.lines
                lines.swapAt(first, second)
                let fault = try verify(lines.flatMap(\.self)).faults.first
                #expect(fault?.line == first + 1)
                #expect(fault?.defect == .sequence(found: Int64(second) + 1, expected: Int64(first) + 1))
            }
        }
    }

    @Test func `without any line but the last it is not accepted`() throws {
        for index in Self.lines.indices.dropLast() {
            var lines = Self.lines
            lines.remove(at: index)
            let fault = try verify(lines.flatMap(\.self)).faults.first
            #expect(fault?.defect == .sequence(found: Int64(index) + 2, expected: Int64(index) + 1))
        }
    }

    @Test func `with any line twice it is not accepted`() throws {
        for index in Self.lines.indices {
            for place in 0...Self.lines.count {
                var lines = Self.lines
                lines.insert(Self.lines[index], at: place)
                #expect(try !verify(lines.flatMap(\.self)).isAccepted)
            }
        }
    }

    @Test func `a line written anew with its own hash shows in the next one`() throws {
        for index in Self.lines.indices.dropLast() {
            var line = try JournalLine(Array(Self.lines[index].dropLast()))
            line.entry.recording = 9
            var lines = Self.lines
            lines[index] = try line.bytes() + [0x0A]
            let fault = try #require(try verify(lines.flatMap(\.self)).faults.first)
            #expect(fault.defect == .previous)
            #expect(fault.line == index + 2)
        }
    }

    @Test func `a journal written anew from the start shows against what was known`() throws {
        let known = try verify(Self.bytes).end
        var text: [UInt8] = []
        var previous = JournalPosition.noHash
        for bytes in Self.lines {
            var line = try JournalLine(Array(bytes.dropLast()))
            line.entry.officer = "O-13"
            line.previous = previous
            let bytes = try line.bytes()
            previous = HexDigest.of(bytes)
            text += bytes + [0x0A]
        }
        #expect(try verify(text).isAccepted)
        #expect(try verify(text, known: [known]).faults.map(\.defect) == [.differs(sequence: 3)])
    }

    @Test func `opened after any change, it never traps, never mends what is broken, and goes on`() throws {
        var restarts = 0
        for index in Self.bytes.indices {
            var bytes = Self.bytes
            bytes[index] ^= 0x01
            let disk = SimulatedDisk(files: [SimulatedFile(path: Self.path, bytes: bytes)])
            let journal = try JournalSamples.journal(on: disk)
            try journal.append(JournalSamples.entry(9))
            let files = JournalSamples.files(disk)
            let (records, result) = try JournalSamples.read(disk)
            let line = Self.bytes[..<index].count { $0 == 0x0A }
            if line < 2 {
                restarts += 1
                let isUntouched = files[0].bytes == bytes
                #expect(isUntouched, "byte \(index)")
                #expect(!result.isAccepted)
                let restart = records.first { $0.line.entry.kind == .restarted }
                #expect(restart?.line.entry.code == "M41")
                #expect(restart?.line.sequence ?? 0 > 3)
                #expect(records.last?.line.entry == JournalSamples.entry(9))
            } else {
                // The last line may have been torn: it is kept as it was found.
                #expect(disk.files().contains { $0.bytes == Array(bytes[Self.lines[..<2].joined().count...]) })
                #expect(records.contains { $0.line.entry.kind == .recovered })
            }
        }
        #expect(restarts > 700)
    }
}
