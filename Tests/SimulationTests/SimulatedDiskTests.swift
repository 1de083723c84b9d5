import CameraModel
import Simulation
import Testing

@Suite struct SimulatedDiskTests {
    private let disk = SimulatedDisk()

    @Test func `what is written is read back, and listed with its size`() throws {
        try disk.makeDirectory("a")
        let file = try disk.create("a/b")
        #expect(try disk.put([1, 2, 3], file) == 3)
        #expect(try disk.put([9], file, at: 5) == 1)
        #expect(try disk.read("a/b", at: 0, count: 100) == [1, 2, 3, 0, 0, 9])
        #expect(try disk.read("a/b", at: 2, count: 2) == [3, 0])
        #expect(try disk.read("a/b", at: 7, count: 2).isEmpty)
        #expect(try disk.list("a") == [DiskEntry(name: "b", kind: .file, size: 6)])
        #expect(try disk.list("") == [DiskEntry(name: "a", kind: .directory, size: 0)])
    }

    @Test func `an overwrite changes only its own bytes`() throws {
        let file = try disk.create("f")
        _ = try disk.put([UInt8](repeating: 7, count: 1500), file)
        _ = try disk.put([1, 2], file, at: 511)
        let bytes = try disk.read("f", at: 0, count: 2000)
        #expect(bytes.count == 1500 && Array(bytes[510..<514]) == [7, 1, 2, 7])
    }

    @Test func `truncation cuts, and grows with zeros`() throws {
        let file = try disk.create("f")
        _ = try disk.put([1, 2, 3], file)
        try disk.truncate(file, to: 1)
        try disk.truncate(file, to: 3)
        #expect(try disk.read("f", at: 0, count: 9) == [1, 0, 0])
    }

    @Test func `creating never touches what is there`() throws {
        _ = try disk.create("f")
        #expect(throws: DiskError(errno: 17, call: "open", path: "f")) { try disk.create("f") }
        #expect(throws: DiskError(errno: 17, call: "mkdir", path: "f")) { try disk.makeDirectory("f") }
    }

    @Test func `renaming never overwrites, replacing does`() throws {
        for name in ["a", "b"] { _ = try disk.put(Array(name.utf8), try disk.create(name)) }
        #expect(throws: DiskError(errno: 17, call: "renameat2", path: "a")) { try disk.rename("a", to: "b") }
        try disk.replace("b", with: "a")
        #expect(try disk.list("").map(\.name) == ["b"])
        #expect(try disk.read("b", at: 0, count: 9) == Array("a".utf8))
    }

    @Test func `a file stays open under another name`() throws {
        let file = try disk.create("a")
        try disk.rename("a", to: "b")
        _ = try disk.put([5], file)
        #expect(try disk.read("b", at: 0, count: 9) == [5])
    }

    @Test(arguments: [
        ("nowhere/f", 2), ("f/g", 20), ("../f", 22), (String(repeating: "n", count: 256), 36), ("d", 17), ("", 17),
    ])
    func `a path that cannot be is refused with the system's error`(path: String, errno: Int) throws {
        _ = try disk.create("f")
        try disk.makeDirectory("d")
        #expect(throws: DiskError(errno: Int32(errno), call: "open", path: path)) { try disk.create(path) }
    }

    @Test func `a folder cannot move into itself`() throws {
        try disk.makeDirectory("d")
        #expect(throws: DiskError(errno: 22, call: "renameat2", path: "d")) { try disk.rename("d", to: "d/e") }
    }

    @Test func `a closed file can no longer be used`() throws {
        let file = try disk.create("f")
        try disk.close(file)
        let gone = "descriptor \(file.descriptor)"
        #expect(throws: DiskError(errno: 9, call: "pwrite", path: gone)) { try disk.put([1], file) }
        #expect(throws: DiskError(errno: 9, call: "fdatasync", path: gone)) { try disk.synchronize(file) }
        #expect(throws: DiskError(errno: 9, call: "close", path: gone)) { try disk.close(file) }
    }

    @Test func `a folder is not opened for writing, nor a file listed`() throws {
        try disk.makeDirectory("d")
        _ = try disk.create("f")
        #expect(throws: DiskError(errno: 21, call: "open", path: "d")) { try disk.open("d") }
        #expect(throws: DiskError(errno: 21, call: "pread", path: "d")) { try disk.read("d", at: 0, count: 1) }
        #expect(throws: DiskError(errno: 20, call: "getdents64", path: "f")) { try disk.list("f") }
    }

    @Test func `a full disk takes what fits, then refuses`() throws {
        let disk = SimulatedDisk(capacity: 10)
        let file = try disk.create("f")
        #expect(try disk.put([UInt8](repeating: 1, count: 8), file) == 8)
        #expect(try disk.freeBytes() == 2)
        #expect(try disk.put([1, 2, 3], file, at: 8) == 2)
        #expect(throws: DiskError(errno: 28, call: "pwrite", path: "f")) { try disk.put([3], file, at: 10) }
        #expect(try disk.put([4, 5], file, at: 0) == 2)
        #expect(throws: DiskError(errno: 28, call: "ftruncate", path: "f")) { try disk.truncate(file, to: 11) }
    }

    @Test func `a read-only disk is read, synchronized, and not changed`() throws {
        let file = try disk.create("f")
        _ = try disk.put([1], file)
        disk.setReadOnly(true)
        #expect(throws: DiskError(errno: 30, call: "pwrite", path: "f")) { try disk.put([2], file) }
        #expect(throws: DiskError(errno: 30, call: "mkdir", path: "d")) { try disk.makeDirectory("d") }
        #expect(throws: DiskError(errno: 30, call: "open", path: "g")) { try disk.create("g") }
        #expect(throws: DiskError(errno: 30, call: "open", path: "f")) { try disk.open("f") }
        try disk.synchronize(file)
        #expect(try disk.read("f", at: 0, count: 9) == [1])
    }

    @Test func `a slow disk takes its time on the clock`() throws {
        let clock = VirtualClock(utc: UTCTime(nanosecondsSince1970: 0))
        let disk = SimulatedDisk(clock: clock)
        disk.setDelay(.milliseconds(200))
        let file = try disk.create("f")
        _ = try disk.put([1], file)
        _ = try disk.read("f", at: 0, count: 1)
        #expect(clock.now - clock.start == .milliseconds(400))
    }

    @Test func `calls are counted, and the last are kept`() throws {
        let disk = SimulatedDisk(logLimit: 3)
        let file = try disk.create("f")
        for _ in 0..<20 { _ = try disk.put([1, 2], file) }
        #expect(throws: DiskError.self) { try disk.open("g") }
        #expect(disk.callCount == 22)
        #expect(disk.log.map(\.description) == ["20 pwrite f, 2 bytes", "21 pwrite f, 2 bytes", "22 open g: errno 2"])
    }

    @Test func `a disk can start with files that are durable`() throws {
        let files = [SimulatedFile(path: "a/b/c", bytes: [1]), SimulatedFile(path: "a/d", bytes: [2, 3])]
        let disk = SimulatedDisk(files: files)
        #expect(disk.files() == files)
        #expect(disk.powerCut(seed: 1).files() == files)
    }
}

extension SimulatedDisk {
    /// One write.
    func put(_ bytes: [UInt8], _ file: DiskFile, at offset: Int64 = 0) throws(DiskError) -> Int {
        try write(bytes.span.bytes, to: file, at: offset)
    }

    /// A file with a durable name and content.
    func putDurably(_ bytes: [UInt8], _ path: String) throws(DiskError) -> DiskFile {
        let file = try create(path)
        _ = try put(bytes, file)
        try synchronize(file)
        try synchronizeDirectory("")
        return file
    }
}
