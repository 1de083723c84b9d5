import CameraModel
import Evidence
import Simulation
import Testing

@testable import Recording

/// A short recording of two segments and some, with a failure at every call on the disk in turn.
///
/// After each: everything that was announced durable is there after a power cut and recovery, byte for byte, in files
/// that are whole; and what is missing has been said.
@Suite struct FaultInjectionTests {
    private static let pictures = 32
    /// Small packets: the whole recording is some ten sectors, which tear and get lost one by one.
    private static let items = WriterRun.media(seconds: 6.5, pictureSize: 60, soundSize: 30)

    enum Failure: Hashable, CaseIterable {
        case inputOutput, noSpace, shortWrite, silentLoss, tornWrite
        /// From this call on, nothing works any more.
        case dies
        /// The power goes in this call, a write half done.
        case powerCut

        func order(_ disk: SimulatedDisk, at call: Int) {
            switch self {
            case .inputOutput: disk.failCall(number: call, with: .error(5))
            case .noSpace: disk.failCall(number: call, with: .error(28))
            case .shortWrite: disk.failCall(number: call, with: .shortWrite(0.5))
            case .silentLoss: disk.failCall(number: call, with: .silentLoss)
            case .tornWrite: disk.failCall(number: call, with: .tornWrite)
            case .dies: disk.failCalls(from: call, with: .error(5))
            case .powerCut:
                disk.failCall(number: call, with: .tornWrite)
                disk.failCalls(from: call + 1, with: .error(5))
            }
        }
    }

    /// The calls of a recording that nothing disturbs, without the two of start-up that make the root.
    private static let calls: ClosedRange<Int> = {
        let disk = SimulatedDisk()
        WriterRun(on: disk, items: items).run()
        return 3...disk.callCount
    }()

    @Test(arguments: Failure.allCases)
    func `whatever fails, all that was announced is there and whole, and all that is missing is said`(failure: Failure)
        throws
    {
        var injections = 0
        var recoveries = 0
        var promised = 0
        for call in Self.calls {
            let disk = SimulatedDisk()
            failure.order(disk, at: call)
            let run = WriterRun(on: disk, items: Self.items)
            run.run()
            injections += 1
            promised += run.promises.count
            var after = [
                (disk.powerCutLosingAll(), "losing all"), (disk.powerCut(seed: UInt64(call)), "by chance"),
            ]
            if call % 4 == 0 { after.append((disk.powerCutKeepingAll(), "keeping all")) }
            for (disk, kind) in after {
                recoveries += 1
                let place = Comment(rawValue: "\(failure) at call \(call), power cut \(kind)")
                let account = try Recovery(
                    disk: disk, unit: WriterRun.unit, boot: "boot-2", report: run.remarks.report
                ).run()
                #expect(account.failures == 0, place)
                try checkPromises(of: run, on: disk, place)
            }
            if failure != .dies, failure != .powerCut {
                try checkAccount(of: run, on: disk, Comment(rawValue: "\(failure) at call \(call)"))
            }
        }
        print(
            "fault injection: \(failure): \(injections) injections, \(recoveries) recoveries, "
                + "\(promised) fragments announced, all there")
        #expect(injections == Self.calls.count)
        #expect(promised > Self.calls.count)
    }

    @Test func `several failures and a power cut in the middle lose nothing that was announced`() throws {
        var injections = 0
        for seed in 0..<300 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let disk = SimulatedDisk()
            var failures: [String] = []
            for _ in 0..<Int.random(in: 2...6, using: &random) {
                let call = Int.random(in: Self.calls, using: &random)
                let failure = Failure.allCases.filter { $0 != .dies && $0 != .powerCut }.randomElement(using: &random)
                failure?.order(disk, at: call)
                failures.append("\(failure.map { "\($0)" } ?? "") at \(call)")
                injections += 1
            }
            let end = Int.random(in: 1...Self.items.count, using: &random)
            let run = WriterRun(on: disk, items: Array(Self.items.prefix(end)))
            run.run { index, _ in
                // The power goes before the last item: nothing is ended.
                if index == end - 1 { disk.failCalls(from: disk.callCount + 1, with: .error(5)) }
            }
            let after = disk.powerCut(seed: seed)
            _ = try Recovery(disk: after, unit: WriterRun.unit, boot: "boot-2", report: run.remarks.report).run()
            try checkPromises(of: run, on: after, Comment(rawValue: failures.joined(separator: ", ")))
        }
        print("fault injection: several at once: \(injections) injections in 300 recordings")
    }

    /// Every announced byte is in a whole file, and the record knows of it.
    private func checkPromises(of run: WriterRun, on disk: SimulatedDisk, _ place: Comment) throws {
        let found = Found(disk)
        let keys = Set(found.entries.map { "\($0.segment)/\($0.fragment)" })
        for path in found.segments {
            let scan = try SegmentScan(path: path, size: Int64(found.files[path]?.count ?? 0), on: disk)
            #expect(scan.defect == nil, place)
            #expect(scan.wholeEnd == scan.fileSize, place)
            for entry in scan.entries { #expect(keys.contains("\(entry.segment)/\(entry.fragment)"), place) }
            #expect(found.summaries.contains { path.hasSuffix("/\($0.file)") }, place)
        }
        for promise in run.promises {
            let bytes = found.files[promise.path]
            #expect(bytes?.starts(with: promise.bytes) == true, place)
        }
        #expect(!found.files.keys.contains { $0.hasSuffix(".partial") }, place)
    }

    /// Without a power cut the recording's own account adds up.
    private func checkAccount(of run: WriterRun, on disk: SimulatedDisk, _ place: Comment) throws {
        disk.clearFaults()
        _ = try Recovery(disk: disk, unit: WriterRun.unit, boot: "boot-2", report: run.remarks.report).run()
        let found = Found(disk)
        let end = try #require(found.channelEnd, place)
        let gaps = found.events.filter { $0.kind == .storageGap }
        let missing = gaps.reduce(0) { $0 + ($1.count ?? 0) }
        #expect(end.pictures + missing == Self.pictures, place)
        #expect(gaps.allSatisfy { $0.cause?.isEmpty == false }, place)
        // A single failure costs at most what lies between two key pictures.
        #expect(missing <= 5, place)
        #expect(found.ends.count >= 1, place)
        // In the files: all but the missing, or even those, where a first fragment had reached the disk before its name.
        #expect(Set(found.pictures).count >= Self.pictures - missing, place)
        // Twice only where a file was abandoned behind a durable write.
        let abandoned = found.events.contains { $0.kind == .segmentAbandoned }
        #expect(found.pictures.count == Set(found.pictures).count || abandoned, place)
    }
}
