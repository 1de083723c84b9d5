import CameraModel
import Simulation
import Testing

@Suite struct SimulatedDiskFaultTests {
    private let disk = SimulatedDisk()

    @Test func `an ordered error hits its call alone, and that call does nothing`() throws {
        let file = try disk.create("f")
        disk.failCall(number: 2, with: .error(5))
        #expect(throws: DiskError(errno: 5, call: "pwrite", path: "f")) { try disk.put([1], file) }
        #expect(try disk.read("f", at: 0, count: 9).isEmpty)
        #expect(try disk.put([1], file) == 1)
    }

    @Test(arguments: AnyCall.allCases)
    func `every kind of call can be made to fail and then does nothing`(call: AnyCall) throws {
        let file = try disk.putDurably([1], "f")
        disk.failCalls(from: disk.callCount + 1, with: .error(5))
        #expect { try call.make(on: disk, file) } throws: { ($0 as? DiskError)?.errno == 5 }
        disk.clearFaults()
        #expect(disk.files() == [SimulatedFile(path: "f", bytes: [1])])
        #expect(try disk.list("").map(\.name) == ["f"])
        #expect(try disk.read("f", at: 0, count: 9) == [1])
    }

    @Test func `a close that fails has closed`() throws {
        let file = try disk.create("f")
        disk.failCall(number: 2, with: .error(5))
        #expect(throws: DiskError(errno: 5, call: "close", path: "f")) { try disk.close(file) }
        #expect(throws: DiskError(errno: 9, call: "close", path: "descriptor \(file.descriptor)")) {
            try disk.close(file)
        }
    }

    @Test(arguments: [(0.0, 1), (0.5, 5), (1.0, 9), (7.0, 9)])
    func `a short write takes at least a byte and not all`(fraction: Double, taken: Int) throws {
        let file = try disk.create("f")
        disk.failCall(number: 2, with: .shortWrite(fraction))
        #expect(try disk.put(Array(0..<10), file) == taken)
        #expect(try disk.read("f", at: 0, count: 99) == Array(0..<UInt8(taken)))
    }

    @Test func `a torn write throws with half of its sectors written`() throws {
        let file = try disk.putDurably([UInt8](repeating: 1, count: 2048), "f")
        disk.failCall(number: disk.callCount + 1, with: .tornWrite)
        #expect(throws: DiskError(errno: 5, call: "pwrite", path: "f")) {
            try disk.put([UInt8](repeating: 2, count: 1600), file, at: 256)
        }
        let bytes = try disk.read("f", at: 0, count: 4096)
        let sectors = [256, 511, 512, 1023, 1024, 1535, 1536, 1855, 1856].map { bytes[$0] }
        #expect(sectors == [2, 2, 1, 1, 2, 2, 1, 1, 1])
    }

    @Test func `after a failed synchronization a second one succeeds and saves nothing`() throws {
        let file = try disk.putDurably([UInt8](repeating: 1, count: 1024), "f")
        _ = try disk.put([UInt8](repeating: 2, count: 512), file)
        disk.failCall(number: disk.callCount + 1, with: .silentLoss)
        #expect(throws: DiskError(errno: 5, call: "fdatasync", path: "f")) { try disk.synchronize(file) }
        try disk.synchronize(file)
        #expect(try disk.read("f", at: 0, count: 1) == [2])
        #expect(disk.files()[0].bytes[0] == 1)
        #expect(disk.powerCut(seed: 3).files()[0].bytes == [UInt8](repeating: 1, count: 1024))
    }

    @Test func `what a failed synchronization dropped from a new file is zeros`() throws {
        let file = try disk.putDurably([7], "f")
        _ = try disk.put([UInt8](repeating: 2, count: 1023), file, at: 1)
        disk.failCall(number: disk.callCount + 1, with: .silentLoss)
        #expect(throws: DiskError.self) { try disk.synchronize(file) }
        #expect(disk.files()[0].bytes == [7])
        try disk.synchronize(file)
        #expect(disk.files()[0].bytes == [7] + [UInt8](repeating: 0, count: 1023))
    }

    @Test func `written again after a failed synchronization, bytes can be saved`() throws {
        let file = try disk.putDurably([1], "f")
        _ = try disk.put([2], file)
        disk.failCall(number: disk.callCount + 1, with: .silentLoss)
        #expect(throws: DiskError.self) { try disk.synchronize(file) }
        _ = try disk.put([3], file)
        #expect(disk.files()[0].bytes == [1])
        try disk.synchronize(file)
        #expect(disk.files()[0].bytes == [3])
    }

    @Test func `a fault for writes lets other calls pass`() throws {
        disk.failCalls(from: 1, with: .tornWrite)
        let file = try disk.create("f")
        try disk.synchronize(file)
        try disk.synchronizeDirectory("")
        #expect(disk.files().map(\.path) == ["f"])
    }
}

/// One of each call that a disk has.
enum AnyCall: CaseIterable {
    case makeDirectory, create, open, write, synchronize, truncate, close, rename, replace, synchronizeDirectory, read
    case list, freeBytes

    func make(on disk: SimulatedDisk, _ file: DiskFile) throws {
        switch self {
        case .makeDirectory: try disk.makeDirectory("d")
        case .create: _ = try disk.create("g")
        case .open: _ = try disk.open("f")
        case .write: _ = try disk.put([2], file)
        case .synchronize: try disk.synchronize(file)
        case .truncate: try disk.truncate(file, to: 0)
        case .close: try disk.close(file)
        case .rename: try disk.rename("f", to: "h")
        case .replace: try disk.replace("h", with: "f")
        case .synchronizeDirectory: try disk.synchronizeDirectory("")
        case .read: _ = try disk.read("f", at: 0, count: 1)
        case .list: _ = try disk.list("")
        case .freeBytes: _ = try disk.freeBytes()
        }
    }
}
