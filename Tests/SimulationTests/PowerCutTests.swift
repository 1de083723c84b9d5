import CameraModel
import Simulation
import Testing

@Suite struct PowerCutTests {
    private let disk = SimulatedDisk()
    private let seeds: Range<UInt64> = 0..<64

    /// What different cuts leave under one path; `nil` where the name is gone.
    private func outcomes(_ path: String) -> Set<[UInt8]?> {
        Set(seeds.map { seed in disk.powerCut(seed: seed).files().first { $0.path == path }?.bytes })
    }

    @Test func `content and name that were synchronized always survive`() throws {
        _ = try disk.putDurably([1, 2, 3], "f")
        #expect(outcomes("f") == [[1, 2, 3]])
    }

    @Test func `a synchronized file whose folder was not may be gone with its name`() throws {
        let file = try disk.create("f")
        _ = try disk.put([1], file)
        try disk.synchronize(file)
        #expect(disk.files().isEmpty)
        #expect(outcomes("f") == [nil, [1]])
    }

    @Test func `a name that was synchronized does not bring the content`() throws {
        let file = try disk.create("f")
        _ = try disk.put([1], file)
        try disk.synchronizeDirectory("")
        #expect(disk.files() == [SimulatedFile(path: "f", bytes: [])])
        // Old size; new size without and with the sector.
        #expect(outcomes("f") == [[], [0], [1]])
    }

    @Test func `an overwrite is found sector by sector, old or new, and never torn within one`() throws {
        let file = try disk.putDurably([UInt8](repeating: 1, count: 1024), "f")
        _ = try disk.put([UInt8](repeating: 2, count: 1024), file)
        let sectors = outcomes("f").map { bytes in [Set(bytes?.prefix(512) ?? []), Set(bytes?.suffix(512) ?? [])] }
        #expect(Set(sectors) == [[[1], [1]], [[1], [2]], [[2], [1]], [[2], [2]]])
    }

    @Test func `a sector written twice may be found between the two`() throws {
        let file = try disk.putDurably([1], "f")
        _ = try disk.put([2], file)
        _ = try disk.put([3], file)
        #expect(outcomes("f") == [[1], [2], [3]])
    }

    @Test func `an append cannot hurt the sectors before it`() throws {
        let file = try disk.putDurably([UInt8](repeating: 1, count: 700), "f")
        _ = try disk.put([UInt8](repeating: 2, count: 700), file, at: 700)
        #expect(outcomes("f").allSatisfy { $0?.prefix(700) == ArraySlice([UInt8](repeating: 1, count: 700)) })
        #expect(outcomes("f").count > 3)
    }

    @Test func `a truncation may not have happened`() throws {
        let file = try disk.putDurably([UInt8](repeating: 1, count: 600), "f")
        try disk.truncate(file, to: 100)
        #expect(disk.files()[0].bytes.count == 600)
        #expect(Set(outcomes("f").map { $0?.count }) == [100, 600])
        #expect(outcomes("f").contains([UInt8](repeating: 1, count: 600)))
        try disk.synchronize(file)
        #expect(outcomes("f") == [[UInt8](repeating: 1, count: 100)])
    }

    @Test func `a rename happens whole or not at all`() throws {
        _ = try disk.putDurably([1], "a")
        try disk.rename("a", to: "b")
        let names = Set(seeds.map { disk.powerCut(seed: $0).files().map(\.path) })
        #expect(names == [["a"], ["b"]])
        try disk.synchronizeDirectory("")
        #expect(outcomes("b") == [[1]])
    }

    @Test func `a replacement leaves the old file or the new one, whole`() throws {
        try disk.close(try disk.putDurably([1], "record"))
        let next = try disk.create("next")
        _ = try disk.put([2], next)
        try disk.synchronize(next)
        try disk.replace("record", with: "next")
        #expect(outcomes("record") == [[1], [2]])
        try disk.synchronizeDirectory("")
        #expect(outcomes("record") == [[2]])
        #expect(try disk.freeBytes() == disk.capacity - 1)
    }

    @Test func `a folder is there only when its own folder was synchronized`() throws {
        try disk.makeDirectory("d")
        let file = try disk.create("d/f")
        try disk.synchronize(file)
        try disk.synchronizeDirectory("d")
        #expect(disk.files().isEmpty)
        #expect(outcomes("d/f") == [nil, []])
        try disk.synchronizeDirectory("")
        #expect(outcomes("d/f") == [[]])
    }

    @Test func `synchronizing the new folder of a file brings the whole move`() throws {
        try disk.makeDirectory("d")
        try disk.synchronizeDirectory("")
        let file = try disk.create("f")
        _ = try disk.put([1], file)
        try disk.synchronize(file)
        try disk.rename("f", to: "d/f")
        try disk.synchronizeDirectory("d")
        #expect(Set(seeds.map { disk.powerCut(seed: $0).files().map(\.path) }) == [["d/f"]])
    }

    @Test func `the same seed cuts the same way, and leaves the disk itself alone`() throws {
        for number in 0..<20 {
            let file = try disk.create("f\(number)")
            _ = try disk.put([UInt8](repeating: UInt8(number), count: 3000), file)
        }
        #expect(disk.powerCut(seed: 5).files() == disk.powerCut(seed: 5).files())
        #expect(disk.powerCut(seed: 5).files() != disk.powerCut(seed: 6).files())
        #expect(try disk.list("").count == 20)
    }

    @Test func `the two ends of chance are to be had without it`() throws {
        let file = try disk.putDurably([1], "f")
        _ = try disk.put([2, 2], file)
        _ = try disk.create("g")
        #expect(disk.powerCutLosingAll().files() == [SimulatedFile(path: "f", bytes: [1])])
        #expect(
            disk.powerCutKeepingAll().files()
                == [SimulatedFile(path: "f", bytes: [2, 2]), SimulatedFile(path: "g", bytes: [])])
    }

    @Test func `the machine goes on with the disk that it found`() throws {
        _ = try disk.putDurably([1], "f")
        let found = disk.powerCut(seed: 1)
        let file = try found.open("f")
        _ = try found.put([2], file, at: 1)
        try found.synchronize(file)
        #expect(found.files() == [SimulatedFile(path: "f", bytes: [1, 2])])
        _ = try found.create("g")
        #expect(try found.list("").map(\.name) == ["f", "g"])
    }
}
