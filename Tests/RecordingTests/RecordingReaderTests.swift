import CameraModel
import Evidence
import Simulation
import Testing

@testable import Recording

@Suite struct RecordingReaderTests {
    private func read(_ disk: SimulatedDisk) throws -> (accounts: [RecordingAccount], foreign: [String]) {
        try RecordingReader(disk: disk).readAll()
    }

    @Test func `a recording without a failure has no defect`() throws {
        let disk = SimulatedDisk()
        WriterRun(on: disk).run()
        let (accounts, foreign) = try read(disk)
        #expect(foreign.isEmpty)
        #expect(accounts.map(\.folder) == ["simulated-00000001"])
        #expect(accounts.first?.defects == [])
        #expect(accounts.first?.segments.count == 3)
        #expect(accounts.first?.end?.cause == "stop")
    }

    @Test func `an error in the record's file shows nothing twice`() throws {
        let probe = SimulatedDisk()
        WriterRun(on: probe).run()
        let record = probe.log.filter { $0.path.hasSuffix(".jsonl") && $0.name == "fdatasync" }
        let disk = SimulatedDisk()
        disk.failCall(number: try #require(record.first).number, with: .silentLoss)
        let items = WriterRun.media()
        let marked =
            items.prefix(20) + [.event(RecordEvent(.note, at: WriterRun.start, cause: "marker"))] + items.dropFirst(20)
        WriterRun(on: disk, items: Array(marked)).run()
        let account = try #require(try read(disk).accounts.first)
        #expect(account.events.count { $0.event.cause == "marker" } == 1)
        #expect(account.preEvent.count == 1)
        #expect(account.defects == [])
    }

    @Test func `a recovered recording has no defect`() throws {
        let disk = SimulatedDisk()
        WriterRun(on: disk).run { index, _ in
            if index == 65 { disk.failCalls(from: disk.callCount + 1, with: .error(5)) }
        }
        let after = disk.powerCut(seed: 3)
        _ = try Recovery(disk: after, unit: WriterRun.unit, boot: "boot-2", report: { _ in }).run()
        let account = try #require(try read(after).accounts.first)
        #expect(account.defects == [])
        #expect(account.end?.cause == "power-cut-or-crash")
        #expect(account.segments.count == 2)
    }

    @Test func `what is damaged, missing or foreign is named`() throws {
        let disk = SimulatedDisk()
        WriterRun(on: disk).run()
        let folder = "recordings/simulated-00000001"
        let files = disk.files().compactMap { file -> SimulatedFile? in
            switch file.path {
            case "\(folder)/front-0000.mp4": SimulatedFile(path: file.path, bytes: file.bytes.dropLast(3))
            case "\(folder)/front-0001.mp4": nil
            default: file
            }
        }
        let odd = SimulatedDisk(
            files: files + [
                SimulatedFile(path: "\(folder)/x.txt", bytes: []), SimulatedFile(path: "recordings/y", bytes: []),
            ])
        let (accounts, foreign) = try read(odd)
        #expect(foreign == ["recordings/y: not a recording"])
        let defects = try #require(accounts.first).defects
        for name in ["front-0000.mp4", "front-0001.mp4", "x.txt"] {
            #expect(defects.contains { $0.contains(name) })
        }
    }
}
