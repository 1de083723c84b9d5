import CameraModel
import Evidence
import Simulation
import Testing

@testable import Recording

@Suite struct RecoveryTests {
    private static let folder = "recordings/simulated-00000001"
    private let remarks = Remarks()

    private func recover(_ disk: SimulatedDisk) throws -> RecoveryAccount {
        try Recovery(disk: disk, unit: WriterRun.unit, boot: "boot-2", report: remarks.report).run()
    }

    /// A disk on which the recorder was stopped dead before item `index`, nothing lost that had reached the disk.
    private func interrupted(before index: Int) -> (disk: SimulatedDisk, run: WriterRun) {
        let disk = SimulatedDisk()
        let run = WriterRun(on: disk)
        run.run { place, _ in
            if place == index { disk.failCalls(from: disk.callCount + 1, with: .error(5)) }
        }
        return (disk.powerCutKeepingAll(), run)
    }

    /// A folder with one open segment, of which `bytes` are left.
    private func makeDisk(_ change: ([UInt8]) -> [UInt8]) -> (disk: SimulatedDisk, whole: [UInt8]) {
        let (disk, run) = interrupted(before: 40)
        let path = "\(Self.folder)/front-0000.mp4.partial"
        let whole = run.promises.last { $0.path.hasSuffix("front-0000.mp4") }?.bytes ?? []
        var files = disk.files().filter { $0.path != path }
        files.append(SimulatedFile(path: path, bytes: change(whole)))
        return (SimulatedDisk(files: files), whole)
    }

    @Test func `the first start makes the recordings folder`() throws {
        let disk = SimulatedDisk()
        #expect(try recover(disk) == RecoveryAccount())
        #expect(try disk.powerCutLosingAll().list("").map(\.name) == ["recordings"])
    }

    @Test func `an open segment is closed under its final name and marked recovered`() throws {
        let (disk, run) = interrupted(before: 65)
        let account = try recover(disk)
        #expect(account.segments == 1)
        #expect(account.recordings == 1)
        #expect(account.highestNumber == 1)
        let found = Found(disk)
        let last = try #require(run.promises.last)
        #expect(found.files[last.path] == last.bytes)
        #expect(found.summaries.compactMap(\.recovery).map(\.boot) == ["boot-2"])
        #expect(found.ends.map(\.cause) == ["power-cut-or-crash"])
        #expect(Set(found.entries.map { "\($0.segment)/\($0.fragment)" }).count == run.promises.count)
    }

    @Test func `a torn last fragment is cut off`() throws {
        let (disk, whole) = makeDisk { $0 + $0.prefix(500) }
        let account = try recover(disk)
        #expect(account.bytesDiscarded == 500)
        let found = Found(disk)
        #expect(found.files["\(Self.folder)/front-0000.mp4"] == whole)
        #expect(found.summaries.first?.recovery?.bytesDiscarded == 500)
        #expect(found.summaries.first?.recovery?.defect?.isEmpty == false)
    }

    @Test func `a last fragment with a missing sector is cut off though all lengths are right`() throws {
        var size = 0
        let (disk, _) = makeDisk { whole in
            size = whole.count
            // In the last fragment's mdat.
            let start = whole.count - 1200
            return Array(whole[..<start]) + [UInt8](repeating: 0, count: 64) + whole[(start + 64)...]
        }
        let account = try recover(disk)
        let kept = try #require(Found(disk).files["\(Self.folder)/front-0000.mp4"]).count
        #expect(kept < size)
        #expect(account.bytesDiscarded == Int64(size - kept))
        let scan = try SegmentScan(path: "\(Self.folder)/front-0000.mp4", size: Int64(kept), on: disk)
        #expect(scan.defect == nil)
    }

    @Test(arguments: [0, 1, 7, 8, 100, 300])
    func `a segment without a whole fragment is kept as it is, under another name`(count: Int) throws {
        let (disk, whole) = makeDisk { Array($0.prefix(count)) }
        let account = try recover(disk)
        #expect(account.unusable == 1)
        #expect(account.segments == 0)
        let found = Found(disk)
        #expect(found.files["\(Self.folder)/front-0000.mp4.unusable"] == Array(whole.prefix(count)))
        #expect(found.ends.count == 1)
    }

    @Test func `the record is completed in a new file, and the old one is not touched`() throws {
        let (disk, _) = interrupted(before: 65)
        let old = Found(disk).files["\(Self.folder)/record.jsonl"]
        _ = try recover(disk)
        let found = Found(disk)
        #expect(found.files["\(Self.folder)/record.jsonl"] == old)
        let text = RecordText(try #require(found.files["\(Self.folder)/record-2.jsonl"]))
        #expect(text.defect == nil)
        guard case .header = text.lines.first, case .end = text.lines.last else {
            Issue.record("a record begins with its header and ends with its end")
            return
        }
    }

    @Test func `a finished segment that the record does not know is read`() throws {
        let disk = SimulatedDisk()
        let run = WriterRun(on: disk)
        run.run()
        let files = disk.files().filter { !$0.path.hasSuffix(".jsonl") }
        let bare = SimulatedDisk(files: files)
        _ = try recover(bare)
        let found = Found(bare)
        #expect(found.summaries.count == 3)
        #expect(found.entries.count == run.promises.count)
        #expect(found.ends.count == 1)
    }

    @Test func `a finished segment that is damaged is named and left`() throws {
        let disk = SimulatedDisk()
        WriterRun(on: disk).run()
        let path = "\(Self.folder)/front-0000.mp4"
        let files = disk.files().filter { !$0.path.hasSuffix(".jsonl") }.map {
            $0.path == path ? SimulatedFile(path: path, bytes: $0.bytes.dropLast()) : $0
        }
        let damaged = SimulatedDisk(files: files)
        _ = try recover(damaged)
        #expect(Found(damaged).files[path] == files.first { $0.path == path }?.bytes)
        #expect(remarks.texts.contains { $0.contains("front-0000.mp4") && $0.contains("left alone") })
    }

    @Test func `foreign files and folders are named and left`() throws {
        let foreign = [
            "recordings/lost+found/x", "recordings/other-00000001/front-0000.mp4.partial", "recordings/notes.txt",
            "\(Self.folder)/holiday.mp4.partial", "\(Self.folder)/film.mp4",
            "\(Self.folder)/sub/front-0000.mp4.partial",
            "recordings/simulated-9223372036854775807/a",
        ].map { SimulatedFile(path: $0, bytes: [1, 2, 3]) }
        let (disk, _) = interrupted(before: 65)
        let mixed = SimulatedDisk(files: disk.files() + foreign)
        let account = try recover(mixed)
        #expect(account.highestNumber == 1)
        #expect(account.segments == 1)
        #expect(account.foreign == 7)
        let found = Found(mixed)
        for file in foreign { #expect(found.files[file.path] == file.bytes) }
        for name in ["lost+found", "other-00000001", "notes.txt", "holiday.mp4.partial", "film.mp4", "sub"] {
            #expect(remarks.texts.contains { $0.contains(name) && $0.contains("left alone") })
        }
    }

    @Test func `a second recovery changes nothing`() throws {
        let (disk, _) = interrupted(before: 65)
        _ = try recover(disk)
        let before = disk.powerCutKeepingAll().files()
        let account = try recover(disk)
        #expect(disk.powerCutKeepingAll().files() == before)
        #expect(account.recordings == 0)
    }

    @Test func `a recovery that a power cut ends is completed by the next`() throws {
        let (disk, run) = interrupted(before: 65)
        let probe = disk.powerCutKeepingAll()
        _ = try recover(probe)
        var injections = 0
        for fault in [DiskFault.error(5), .error(28), .tornWrite, .silentLoss] {
            for call in 1...probe.callCount {
                let first = disk.powerCutKeepingAll()
                first.failCall(number: call, with: fault)
                first.failCalls(from: call + 1, with: .error(5))
                _ = try? recover(first)
                injections += 1
                for seed in 0..<3 as Range<UInt64> {
                    let second = first.powerCut(seed: seed)
                    let account = try recover(second)
                    #expect(account.failures == 0)
                    let found = Found(second)
                    for promise in run.promises {
                        #expect(found.files[promise.path]?.starts(with: promise.bytes) == true)
                    }
                    #expect(Set(found.entries.map { "\($0.segment)/\($0.fragment)" }).count == run.promises.count)
                    #expect(Set(found.summaries.map(\.file)) == ["front-0000.mp4", "front-0001.mp4"])
                    #expect(!found.ends.isEmpty)
                    let before = second.powerCutKeepingAll().files()
                    _ = try recover(second)
                    #expect(second.powerCutKeepingAll().files() == before)
                }
            }
        }
        print("fault injection: recovery: \(injections) injections, \(injections * 3) second recoveries")
    }

    @Test func `one file that cannot be read keeps no other from being recovered`() throws {
        let (disk, _) = interrupted(before: 65)
        let files = disk.files() + [SimulatedFile(path: "\(Self.folder)/rear-0000.mp4.partial", bytes: [1])]
        let broken = SimulatedDisk(files: files)
        // The first read of a segment fails.
        let probe = SimulatedDisk(files: files)
        _ = try recover(probe)
        let read = try #require(probe.log.first { $0.name == "pread" && $0.path.hasSuffix(".partial") })
        broken.failCall(number: read.number, with: .error(5))
        let account = try recover(broken)
        #expect(account.failures == 1)
        #expect(account.unusable == 1)
        #expect(Found(broken).ends.isEmpty)
        #expect(try recover(broken).failures == 0)
        #expect(Found(broken).ends.count == 1)
    }

    @Test func `numbers in a note that nobody would write do not trap`() throws {
        let reading = ClockReading(
            monotonic: Media.time(0), boottime: 0, utc: UTCTime(nanosecondsSince1970: 0), source: .simulated,
            uncertainty: nil)
        var file = BoxMuxing.box("ftyp", []) + BoxMuxing.box("moov", [])
        var sinceNote = file
        for number in 0..<2 {
            let entry = FragmentEntry(
                recording: .max, channel: "x", segment: .max, fragment: number, origin: Media.time(0),
                start: Media.time(0), end: MonotonicTime(nanoseconds: .max), pictures: .max, soundFrames: [.max],
                clock: reading, events: [])
            let media = BoxMuxing.box("moof", []) + BoxMuxing.box("mdat", [])
            sinceNote += media
            file += media
            file += try FragmentNote(entry: entry).box(preceding: sinceNote)
            sinceNote = []
        }
        let disk = SimulatedDisk(files: [SimulatedFile(path: "\(Self.folder)/front-0000.mp4.partial", bytes: file)])
        #expect(try recover(disk).segments == 1)
    }
}
