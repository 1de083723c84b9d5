import CameraModel
import Evidence
import Simulation
import Testing

@testable import Recording

@Suite struct RecordingFolderTests {
    private let disk = SimulatedDisk()
    private let remarks = Remarks()

    private func makeFolder(channels: Int = 1, recording: Int = 7) throws -> RecordingFolder {
        if try disk.list("").isEmpty { try disk.makeDirectory(RecordingNames.root) }
        let reading = ClockReading(
            monotonic: Media.time(1), boottime: 0, utc: UTCTime(nanosecondsSince1970: 0), source: .simulated,
            uncertainty: 0)
        return RecordingFolder(
            header: RecordingHeader(
                unit: "u", unitKind: "body", recording: recording, boot: "b", activation: reading, trigger: "t",
                channels: (0..<channels).map { index in
                    ChannelDescription(
                        channel: "c\(index)",
                        camera: CameraDescription(
                            identity: "i", device: nil, asked: "a", granted: nil, delivered: nil, remarks: []),
                        microphones: [])
                }), on: disk, report: remarks.report)
    }

    private func line(_ number: Int) -> RecordLine {
        .segment(
            SegmentSummary(
                channel: "c0", segment: number, file: "c0.mp4", bytes: 0, fragments: 0, origin: Media.time(0),
                end: Media.time(0), pictures: 0, soundFrames: []))
    }

    private var reading: ClockReading {
        ClockReading(
            monotonic: Media.time(2), boottime: 0, utc: UTCTime(nanosecondsSince1970: 0), source: .simulated,
            uncertainty: 0)
    }

    private func segments(_ disk: SimulatedDisk) -> [Int] {
        Array(Set(Found(disk).summaries.map(\.segment))).sorted()
    }

    @Test func `the folder is made once, with its record and the number claimed`() throws {
        let folder = try makeFolder()
        try folder.prepare()
        let calls = disk.callCount
        try folder.prepare()
        #expect(disk.callCount == calls)
        #expect(folder.path == "recordings/u-00000007")
        #expect(try RecordingCounter(disk: disk).read() == 7)
        guard case .header(let header) = Found(disk).lines.first else {
            Issue.record("a record begins with its header")
            return
        }
        #expect(header.recording == 7)
    }

    @Test func `a folder that could not be made is asked for again`() throws {
        let folder = try makeFolder()
        disk.failCall(number: disk.callCount + 1, with: .error(28))
        #expect(throws: DiskError.self) { try folder.prepare() }
        try folder.prepare()
        #expect(Found(disk).lines.count == 1)
    }

    @Test func `lines from before the folder are in the record`() throws {
        let folder = try makeFolder()
        folder.append([line(1)])
        try folder.prepare()
        folder.append([line(2)])
        #expect(segments(disk) == [1, 2])
    }

    @Test(arguments: 0..<14)
    func `an error at any call of the record loses no line`(call: Int) throws {
        let folder = try makeFolder()
        try folder.prepare()
        folder.append([line(1)])
        folder.synchronize()
        disk.failCall(number: disk.callCount + 1 + call, with: call % 2 == 0 ? .silentLoss : .error(5))
        for number in 2..<8 {
            folder.append([line(number)])
            if number % 2 == 0 { folder.synchronize() }
        }
        folder.synchronize()
        #expect(segments(disk.powerCutLosingAll()) == Array(1..<8))
    }

    @Test func `while no record can be written memory is bounded and the last lines are kept`() throws {
        let folder = try makeFolder()
        try folder.prepare()
        disk.failCalls(from: disk.callCount + 1, with: .error(5))
        for number in 0..<6000 { folder.append([line(number)]) }
        disk.clearFaults()
        folder.append([line(6000)])
        folder.synchronize()
        let kept = segments(disk)
        #expect(kept.last == 6000)
        #expect(kept.count == 4096)
    }

    @Test func `the last channel ends the record`() throws {
        let folder = try makeFolder(channels: 2)
        try folder.prepare()
        #expect(!folder.channelEnded(cause: "stop", clock: reading))
        #expect(Found(disk).ends.isEmpty)
        #expect(folder.channelEnded(cause: "stop", clock: reading))
        #expect(Found(disk.powerCutLosingAll()).ends.map(\.cause) == ["stop"])
    }

    @Test func `folders are known until their last user has left`() throws {
        let folders = RecordingFolders()
        folders.insert(try makeFolder(channels: 2), users: 2)
        folders.setEndCause("shutdown", of: 7)
        folders.release(7)
        #expect(folders.isOpen(7))
        #expect(folders.endCause(of: 7) == "shutdown")
        folders.release(7)
        #expect(!folders.isOpen(7))
        #expect(folders.folder(of: 7) == nil)
    }
}
