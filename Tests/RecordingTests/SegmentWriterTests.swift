import CameraModel
import Evidence
import Simulation
import Testing

@testable import Recording

@Suite struct SegmentWriterTests {
    private static let folder = "recordings/simulated-00000001"

    private func calls(_ disk: SimulatedDisk, since number: Int = 0) -> [String] {
        disk.log.filter { $0.number > number }.map { "\($0.name) \($0.path.split(separator: "/").last ?? "")" }
    }

    @Test func `a recording is whole segments, whose pictures have no hole`() throws {
        let disk = SimulatedDisk()
        WriterRun(on: disk).run()
        let found = Found(disk)
        #expect(
            found.segments == [
                "\(Self.folder)/front-0000.mp4", "\(Self.folder)/front-0001.mp4", "\(Self.folder)/front-0002.mp4",
            ])
        for path in found.segments {
            let scan = try SegmentScan(path: path, size: Int64(found.files[path]?.count ?? 0), on: disk)
            #expect(scan.defect == nil)
            #expect(scan.wholeEnd == scan.fileSize)
        }
        #expect(found.pictures == Array(0..<32))
        #expect(found.channelEnd?.pictures == 32)
        // Three groups of pictures, and the sound that came after the next segment had begun.
        #expect(found.summaries.map(\.fragments) == [4, 4, 1])
    }

    @Test func `the first fragment of a file is made durable with its name`() {
        let disk = SimulatedDisk()
        let run = WriterRun(on: disk)
        run.run()
        let log = calls(disk)
        guard let begin = log.firstIndex(of: "open front-0000.mp4.partial") else {
            Issue.record("no file was made")
            return
        }
        #expect(
            Array(log[begin..<begin + 5]) == [
                "open front-0000.mp4.partial", "pwrite front-0000.mp4.partial", "fdatasync front-0000.mp4.partial",
                "fsync simulated-00000001", "pwrite record.jsonl",
            ])
    }

    @Test func `each fragment after the first is one write and one fdatasync`() {
        let disk = SimulatedDisk()
        WriterRun(on: disk).run()
        let log = calls(disk)
        let own = log.filter { $0.hasSuffix("front-0000.mp4.partial") }
        let fragment = ["pwrite front-0000.mp4.partial", "fdatasync front-0000.mp4.partial"]
        #expect(
            own == ["open front-0000.mp4.partial"] + fragment + fragment + fragment + fragment
                + ["close front-0000.mp4.partial", "renameat2 front-0000.mp4.partial"])
    }

    @Test func `a finished segment's name is durable before the record says so`() {
        let disk = SimulatedDisk()
        WriterRun(on: disk).run()
        let log = calls(disk)
        guard let rename = log.firstIndex(of: "renameat2 front-0000.mp4.partial") else {
            Issue.record("nothing was finished")
            return
        }
        #expect(
            Array(log[rename..<rename + 4]) == [
                "renameat2 front-0000.mp4.partial", "fsync simulated-00000001", "pwrite record.jsonl",
                "fdatasync record.jsonl",
            ])
    }

    @Test func `a failed fsync abandons the file, and the same fragment is in a new one`() throws {
        let probe = SimulatedDisk()
        WriterRun(on: probe).run()
        let syncs = probe.log.filter { $0.name == "fdatasync" && $0.path.hasSuffix("front-0000.mp4.partial") }
        let disk = SimulatedDisk()
        disk.failCall(number: syncs[1].number, with: .silentLoss)
        let run = WriterRun(on: disk)
        run.run()
        // Never again on that descriptor.
        #expect(
            !disk.log.contains {
                $0.number > syncs[1].number && $0.path.hasSuffix("front-0000.mp4.partial") && $0.name == "fdatasync"
            })
        let found = Found(disk)
        #expect(found.files["\(Self.folder)/front-0000.mp4.partial"] != nil)
        let second = try #require(found.files["\(Self.folder)/front-0001.mp4"])
        let numbers = BoxMuxing.samples(in: second).filter { $0.track == 0 }.map { Media.number($0.bytes) }
        #expect(numbers == Array(5..<15))
        let abandoned = found.events.filter { $0.kind == .segmentAbandoned }
        #expect(abandoned.count == 1)
        #expect(abandoned.first?.cause?.contains("fdatasync") == true)
        #expect(!found.events.contains { $0.kind == .storageGap })
    }

    @Test
    func `a file begun in the middle of a segment starts at its own zero, sound and picture as far apart as before`()
        throws
    {
        let probe = SimulatedDisk()
        WriterRun(on: probe).run()
        let syncs = probe.log.filter { $0.name == "fdatasync" && $0.path.hasSuffix("front-0000.mp4.partial") }
        let disk = SimulatedDisk()
        disk.failCall(number: syncs[1].number, with: .error(5))
        WriterRun(on: disk).run()
        let found = Found(disk)
        let path = "\(Self.folder)/front-0001.mp4"
        let samples = BoxMuxing.samples(in: try #require(found.files[path]))
        #expect(samples.map(\.start).min() == 0)
        let entry = try #require(found.entries.first { $0.segment == 1 })
        for sample in samples {
            let scale = sample.track == 0 ? 90_000.0 : 8000
            let number = Media.number(sample.bytes)
            let time =
                sample.track == 0
                ? WriterRun.start + .milliseconds(number * 200)
                : Media.blockTime(number, of: WriterRun.track, from: WriterRun.start)
            #expect(abs(Double(sample.start) - (time - entry.origin).seconds * scale) <= 1)
        }
    }

    @Test func `a file that begins with sound alone promises no pictures`() throws {
        let probe = SimulatedDisk()
        WriterRun(on: probe).run()
        // The third group of pictures fails; its segment's last sound comes after it.
        let syncs = probe.log.filter { $0.name == "fdatasync" && $0.path.hasSuffix("front-0000.mp4.partial") }
        let disk = SimulatedDisk()
        disk.failCall(number: syncs[3].number, with: .error(5))
        WriterRun(on: disk).run()
        let found = Found(disk)
        let second = try #require(found.files["\(Self.folder)/front-0001.mp4"])
        let moov = try #require(second.firstRange(of: Array("moov".utf8)))
        #expect(second[moov.upperBound] == 1)
        #expect(BoxMuxing.samples(in: second).allSatisfy { $0.track == 0 && $0.duration == 1024 })
        #expect(Set(found.entries.filter { $0.segment == 1 }.map(\.pictures)) == [0])
    }

    @Test func `short writes are completed`() {
        let disk = SimulatedDisk()
        disk.failCalls(from: 1, with: .shortWrite(0.4))
        WriterRun(on: disk).run()
        let found = Found(disk)
        #expect(found.pictures == Array(0..<32))
        #expect(found.ends.count == 1)
    }

    @Test func `a full disk closes the file cleanly, is said with times and count, and recording resumes with room`()
        throws
    {
        let disk = SimulatedDisk()
        let run = WriterRun(on: disk, items: WriterRun.media(seconds: 20.2))
        run.run { _, item in
            if item.picture?.time == WriterRun.start + .milliseconds(5200) {
                disk.failCalls(from: disk.callCount + 1, with: .error(28))
            }
            if item.picture?.time == WriterRun.start + .milliseconds(12_400) { disk.clearFaults() }
        }
        _ = try Recovery(disk: disk, unit: WriterRun.unit, boot: "boot-2", report: run.remarks.report).run()
        let found = Found(disk)
        let gaps = found.events.filter { $0.kind == .storageGap }
        #expect(gaps.count == 1)
        let gap = try #require(gaps.first)
        #expect(gap.cause?.contains("no space left") == true)
        let missing = Set(0..<101).subtracting(found.pictures)
        #expect(gap.count == missing.count)
        let first = try #require(missing.min())
        let last = try #require(missing.max())
        #expect(missing.count == last - first + 1)
        #expect(gap.at <= WriterRun.start + .milliseconds(first * 200))
        #expect(try #require(gap.until) >= WriterRun.start + .milliseconds(last * 200))
        // Said once for a person, not with every fragment.
        #expect(run.remarks.texts.count { $0.contains("NOT RECORDING") } == 1)
    }

    /// A quota that is used up between two times, though the disk has room.
    private func overQuota(from begin: Int, until end: Int) -> (found: Found, remarks: [String]) {
        let disk = SimulatedDisk()
        let run = WriterRun(on: disk, items: WriterRun.media(seconds: 20.2))
        run.run { _, item in
            if item.picture?.time == WriterRun.start + .milliseconds(begin) { run.disk.setOverQuota(true) }
            if item.picture?.time == WriterRun.start + .milliseconds(end) { run.disk.setOverQuota(false) }
        }
        return (Found(disk), run.remarks.texts)
    }

    @Test func `a quota that is used up for a while leaves no small files behind, and recording resumes`() throws {
        let (found, remarks) = overQuota(from: 5200, until: 12_400)
        #expect(!found.files.keys.contains { $0.hasSuffix(".partial") })
        let gap = try #require(found.events.first { $0.kind == .storageGap })
        #expect(gap.cause?.contains("quota exceeded") == true)
        #expect(gap.count == Set(0..<101).subtracting(found.pictures).count)
        #expect(found.events.count { $0.kind == .segmentAbandoned } == 1)
        #expect(remarks.count { $0.contains("NOT RECORDING") } == 1)
        #expect(remarks.count { $0.contains("abandoned") } == 1)
        // No number is used up by a try.
        #expect(found.segments.map { $0.suffix(8) } == (0..<found.segments.count).map { "000\($0).mp4" })
    }

    @Test func `a quota that stays used up leaves one empty file`() {
        let (found, _) = overQuota(from: 5200, until: 1_000_000)
        let partial = found.files.filter { $0.key.hasSuffix(".partial") }
        #expect(partial.map(\.value) == [[]])
        #expect(found.pictures == Array(0..<found.pictures.count))
        #expect(found.pictures.count >= 20)
    }

    @Test func `the torn end of a fragment for which there was no room is cut off, and the file finished`() throws {
        let probe = SimulatedDisk()
        WriterRun(on: probe).run()
        let writes = probe.log.filter { $0.name == "pwrite" && $0.path.hasSuffix("front-0000.mp4.partial") }
        let disk = SimulatedDisk()
        disk.failCall(number: writes[1].number, with: .error(28))
        WriterRun(on: disk).run()
        let found = Found(disk)
        let scan = try SegmentScan(
            path: "\(Self.folder)/front-0000.mp4",
            size: Int64(try #require(found.files["\(Self.folder)/front-0000.mp4"]).count), on: disk)
        #expect(scan.defect == nil)
        #expect(scan.entries.count == 1)
    }

    @Test func `what is to be left free is never written into`() {
        let disk = SimulatedDisk(capacity: 60_000)
        let run = WriterRun(
            on: disk, items: WriterRun.media(seconds: 40, pictureSize: 400),
            settings: SegmentSettings(duration: .seconds(3), minimumFree: 30_000))
        run.run()
        let found = Found(disk)
        let used = found.files.filter { $0.key.contains(".mp4") }.reduce(0) { $0 + $1.value.count }
        // Asked when a file is begun: one segment of three fragments may still reach into it.
        #expect(used <= 40_000)
        #expect(run.remarks.texts.contains { $0.contains("NOT RECORDING") && $0.contains("no space left") })
        #expect(found.ends.count == 1)
    }

    @Test func `nothing that is there is ever overwritten`() throws {
        let foreign = [
            SimulatedFile(path: "\(Self.folder)/front-0000.mp4.partial", bytes: [1, 2, 3]),
            SimulatedFile(path: "\(Self.folder)/record.jsonl", bytes: [4, 5]),
        ]
        let disk = SimulatedDisk(files: foreign)
        WriterRun(on: disk).run()
        let found = Found(disk)
        for file in foreign { #expect(found.files[file.path] == file.bytes) }
        #expect(found.pictures == Array(0..<32))
        #expect(found.files["\(Self.folder)/record-2.jsonl"] != nil)
    }

    @Test func `a step of the wall clock is noted and moves no time`() throws {
        let disk = SimulatedDisk()
        let run = WriterRun(on: disk)
        run.run { index, _ in
            if index == 20 { run.clock.stepWallClock(by: .seconds(-3600)) }
        }
        let found = Found(disk)
        let steps = found.events.filter { $0.kind == .clockStep }
        #expect(steps.map(\.cause) == ["wall clock moved by -3600000 ms"])
        #expect(found.entries.map(\.start) == found.entries.map(\.start).sorted())
        #expect(found.pictures == Array(0..<32))
    }

    @Test func `what the muxer refuses costs one fragment, which is said`() throws {
        let disk = SimulatedDisk()
        WriterRun(on: disk, muxing: BoxMuxing(plan: .init(failing: [1]))).run()
        let found = Found(disk)
        let gaps = found.events.filter { $0.kind == .storageGap }
        #expect(gaps.map(\.count) == [5])
        #expect(found.pictures == Array(0..<5) + Array(10..<32))
    }

    @Test func `a disk that is dead from the start costs everything and no crash`() {
        let disk = SimulatedDisk()
        let run = WriterRun(on: disk)
        run.prepareRoot()
        disk.failCalls(from: disk.callCount + 1, with: .error(5))
        run.run()
        #expect(run.promises.isEmpty)
        #expect(run.remarks.texts.contains { $0.contains("NOT RECORDING") })
        #expect(run.remarks.texts.contains { $0.contains("not even its record") })
    }

    @Test func `a recording without any medium has its record`() {
        let disk = SimulatedDisk()
        WriterRun(
            on: disk, items: [.event(RecordEvent(.pictureLost, at: WriterRun.start, cause: "not there"))]
        ).run()
        let found = Found(disk)
        #expect(found.segments.isEmpty)
        #expect(found.events.map(\.kind) == [.pictureLost])
        #expect(found.ends.map(\.cause) == ["stop"])
    }

    @Test func `hours without storage leave a note that can be read`() throws {
        let disk = SimulatedDisk()
        let run = WriterRun(on: disk)
        run.prepareRoot()
        var writer = run.makeWriter()
        disk.failCalls(from: disk.callCount + 1, with: .error(28))
        // A microphone that stays away tells so each second, beside what goes wrong with the pictures.
        for second in 0..<8000 {
            let time = WriterRun.start + .seconds(second)
            writer.take(.video(Media.picture(second, at: time, isKey: true)))
            writer.take(
                .event(
                    RecordEvent(
                        .soundGap, at: time, until: time + .seconds(1), count: 8000, device: "cabin", cause: "away")))
            writer.take(.event(RecordEvent(.framesLost, at: time, count: 1, device: "front")))
            writer.take(.event(RecordEvent(.note, at: time, cause: "marker \(second)")))
        }
        disk.clearFaults()
        for second in 8000..<8003 {
            writer.take(.video(Media.picture(second, at: WriterRun.start + .seconds(second), isKey: true)))
        }
        writer.close(cause: "stop")
        let found = Found(disk)
        let path = try #require(found.segments.first)
        let scan = try SegmentScan(path: path, size: Int64(found.files[path]?.count ?? 0), on: disk)
        #expect(scan.defect == nil)
        #expect(found.channelEnd?.framesLost == 8000)
        let silence = found.events.filter { $0.kind == .soundGap }
        #expect(silence.map(\.count) == [64_000_000])
        #expect(found.events.contains { $0.cause?.contains("left out") == true })
    }
}
