import CameraModel
import Foundation
import Platform
import Testing

@Suite struct LinuxDiskTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "dutycam-\(UUID())")
    private let disk: LinuxDisk

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        disk = try LinuxDisk(path: folder.path)
    }

    @Test func `what was written is read back from where it was written`() throws {
        let file = try disk.create("a")
        let bytes: [UInt8] = [1, 2, 3]
        #expect(try disk.write(bytes.span.bytes, to: file, at: 2) == 3)
        try disk.synchronize(file)
        try disk.close(file)
        #expect(try disk.read("a", at: 0, count: 10) == [0, 0, 1, 2, 3])
        #expect(try disk.read("a", at: 3, count: 1) == [2])
    }

    @Test func `a file that is there is never created over`() throws {
        try disk.close(disk.create("a"))
        #expect(throws: DiskError(errno: 17, call: "create", path: "a")) { _ = try disk.create("a") }
    }

    @Test func `a rename never overwrites and a replacement does`() throws {
        try disk.close(disk.create("a"))
        try disk.close(disk.create("b"))
        #expect(throws: DiskError(errno: 17, call: "rename", path: "b")) { try disk.rename("a", to: "b") }
        try disk.replace("b", with: "a")
        #expect(try disk.list("").map(\.name) == ["b"])
    }

    @Test func `a folder lists names kinds and sizes in order`() throws {
        try disk.makeDirectory("sub")
        let file = try disk.create("sub/f")
        _ = try disk.write([UInt8](repeating: 7, count: 5).span.bytes, to: file, at: 0)
        try disk.truncate(file, to: 4)
        try disk.close(file)
        try disk.makeDirectory("sub/d")
        try disk.synchronizeDirectory("sub")
        #expect(
            try disk.list("sub") == [
                DiskEntry(name: "d", kind: .directory, size: 0), DiskEntry(name: "f", kind: .file, size: 4),
            ])
    }

    @Test func `a missing file is said to be absent`() throws {
        #expect { try disk.read("x", at: 0, count: 1) } throws: { ($0 as? DiskError)?.isAbsent == true }
    }

    @Test func `free space is a number above zero on a disk that has some`() throws {
        #expect(try disk.freeBytes() > 0)
    }
}
