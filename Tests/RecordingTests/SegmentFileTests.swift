import CameraModel
import Simulation
import Testing

@testable import Recording

@Suite struct SegmentFileTests {
    private let disk = SimulatedDisk(files: [SimulatedFile(path: "r/other", bytes: [9])])

    private func content(_ path: String) -> [UInt8]? {
        disk.powerCutLosingAll().files().first { $0.path == path }?.bytes
    }

    @Test func `what was appended survives a power cut`() throws {
        var file = try SegmentFile(name: "a-0000.mp4", in: "r", on: disk)
        try file.append([1, 2, 3])
        #expect(content("r/a-0000.mp4.partial") == [1, 2, 3])
        try file.append([4])
        #expect(content("r/a-0000.mp4.partial") == [1, 2, 3, 4])
        #expect(file.durableEnd == 4)
    }

    @Test func `a finished file has its name for good`() throws {
        var file = try SegmentFile(name: "a-0000.mp4", in: "r", on: disk)
        try file.append([1, 2, 3])
        try file.finish()
        #expect(content("r/a-0000.mp4") == [1, 2, 3])
        #expect(content("r/a-0000.mp4.partial") == nil)
    }

    @Test func `a file that is there is not taken`() throws {
        _ = try SegmentFile(name: "a-0000.mp4", in: "r", on: disk)
        #expect(throws: DiskError(errno: 17, call: "open", path: "r/a-0000.mp4.partial")) {
            _ = try SegmentFile(name: "a-0000.mp4", in: "r", on: disk)
        }
    }

    @Test func `finishing never replaces a file of the final name`() throws {
        var file = try SegmentFile(name: "other", in: "r", on: disk)
        try file.append([1])
        #expect(throws: DiskError.self) { try file.finish() }
        #expect(content("r/other") == [9])
        #expect(content("r/other.partial") == [1])
    }

    @Test func `a reserved place is a free box until it is filled, durably`() throws {
        var file = try SegmentFile(name: "a-0000.mp4", in: "r", on: disk)
        try file.append([1])
        let place = try file.reserve(12)
        try file.append([2])
        #expect(place == SegmentFile.Reservation(offset: 1, count: 12))
        #expect(content("r/a-0000.mp4.partial") == [1, 0, 0, 0, 12] + Array("free".utf8) + [0, 0, 0, 0, 2])
        let box: [UInt8] = [0, 0, 0, 12] + Array("skip".utf8) + [7, 7, 7, 7]
        try file.patch(place, with: box)
        #expect(content("r/a-0000.mp4.partial") == [1] + box + [2])
        #expect(file.durableEnd == 14)
    }

    @Test func `after a full disk what is durable is kept and the file finished`() throws {
        var file = try SegmentFile(name: "a-0000.mp4", in: "r", on: disk)
        try file.append([1, 2, 3])
        disk.failCall(number: disk.callCount + 2, with: .error(28))
        #expect(throws: DiskError.self) { try file.append([4, 5]) }
        #expect(try file.abandon(canTruncate: true) == .finished)
        #expect(content("r/a-0000.mp4") == [1, 2, 3])
    }

    @Test func `after an input or output error the file is left as it is`() throws {
        var file = try SegmentFile(name: "a-0000.mp4", in: "r", on: disk)
        try file.append([1, 2, 3])
        disk.failCall(number: disk.callCount + 2, with: .silentLoss)
        #expect(throws: DiskError.self) { try file.append([4, 5]) }
        let before = disk.callCount
        #expect(try file.abandon(canTruncate: false) == .left)
        #expect(disk.log.filter { $0.number > before }.map(\.name) == ["close"])
        #expect(content("r/a-0000.mp4.partial") == [1, 2, 3])
    }

    @Test func `a file that nothing could be written into is emptied, and taken again`() throws {
        var file = try SegmentFile(name: "a-0000.mp4", in: "r", on: disk)
        disk.failCall(number: disk.callCount + 1, with: .shortWrite(0.5))
        disk.failCall(number: disk.callCount + 2, with: .error(122))
        #expect(throws: DiskError.self) { try file.append([1, 2, 3, 4]) }
        #expect(try file.abandon(canTruncate: true) == .empty)
        var again = try SegmentFile(emptied: "a-0000.mp4", in: "r", on: disk)
        try again.append([5])
        try again.finish()
        #expect(content("r/a-0000.mp4") == [5])
    }

    @Test func `a file whose first bytes were all written is never emptied, durable or not`() throws {
        var file = try SegmentFile(name: "a-0000.mp4", in: "r", on: disk)
        disk.failCall(number: disk.callCount + 2, with: .error(122))
        #expect(throws: DiskError.self) { try file.append([1, 2, 3, 4]) }
        #expect(try file.abandon(canTruncate: true) == .left)
        let left = disk.powerCutKeepingAll().files().first { $0.path == "r/a-0000.mp4.partial" }
        #expect(left?.bytes == [1, 2, 3, 4])
    }
}
