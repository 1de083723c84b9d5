import CameraModel
import Evidence
import Foundation
import Simulation
import Testing

/// The sample in Tests/thirdparty/journal_sample, which a check that shares no line with ours is run over.
@Suite struct JournalSampleFileTests {
    /// Numbers of all magnitudes, names and texts from all of Unicode, every field and none.
    private static func entries(_ random: inout SeededRandom) -> [JournalEntry] {
        (0..<40).map { number in
            guard number % 4 != 0 else { return JournalSamples.smallEntry(number) }
            var entry = JournalSamples.entry(number, detail: text(&random))
            entry.shift = "S-1"
            entry.stateBefore = "ready"
            entry.stateAfter = "recording"
            entry.position = ["latitude": .double(Double.random(in: -90...90, using: &random)), "fix": 3]
            entry.details["numbers"] = .array(
                (0..<30).map { _ in
                    let value = Double(bitPattern: random.next())
                    return value.isFinite ? .double(value) : .integer(JSONValue.largestInteger)
                })
            entry.details["near"] = .array(
                (0..<20).map { _ in .double(Double(Int.random(in: -999_999...999_999, using: &random)) / 1000) })
            for _ in 0..<5 { entry.details[text(&random)] = .bool(true) }
            return entry
        }
    }

    private static func text(_ random: inout SeededRandom) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x7F, 0x20...0x7E, 0x80...0x7FF, 0x2000...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x1_F9FF,
        ]
        var text = ""
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let range = ranges.randomElement(using: &random) ?? 0...0x7F
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    @Test func `the sample that others check is what the journal writes, to the byte`() throws {
        var random = SeededRandom(seed: 1)
        let disk = SimulatedDisk()
        let journal = try JournalSamples.journal(on: disk, fileSize: 30_000)
        let entries = Self.entries(&random)
        for start in stride(from: 0, to: entries.count, by: 5) {
            try journal.append(Array(entries[start..<(start + 5)]))
        }
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = tests.appending(path: "thirdparty/journal_sample")
        for file in JournalSamples.files(disk) {
            let name = try #require(file.path.split(separator: "/").last.map(String.init))
            let sample = try Data(contentsOf: folder.appending(path: name))
            let isSame = Array(sample) == file.bytes
            #expect(isSame, "\(name) is not what the journal writes now")
        }
        #expect(try JournalSamples.read(disk).records.map(\.line.entry.recording) == Array(0..<40))
    }
}
