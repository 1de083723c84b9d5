import CameraModel
import Evidence
import Simulation
import Testing

@Suite struct SegmentScanTests {
    private func scan(_ bytes: [UInt8]) throws -> SegmentScan {
        try SegmentScan(path: "x", size: Int64(bytes.count), on: ReadingDisk(bytes))
    }

    @Test func `a whole file is whole, with its fragments' notes`() throws {
        let (bytes, _) = try Samples.segment(fragments: 3)
        let scan = try scan(bytes)
        #expect(scan.defect == nil)
        #expect(scan.wholeEnd == Int64(bytes.count))
        #expect(scan.entries == (0..<3).map { Samples.entry($0) })
    }

    @Test func `an empty file has nothing whole in it`() throws {
        let scan = try scan([])
        #expect(scan.wholeEnd == 0)
        #expect(scan.entries.isEmpty)
    }

    @Test func `cut off at any byte, it is whole up to the last note before`() throws {
        let (bytes, ends) = try Samples.segment(fragments: 3)
        for count in 0..<bytes.count {
            let scan = try scan(Array(bytes.prefix(count)))
            let whole = ends.last { $0 <= count } ?? 0
            #expect(scan.wholeEnd == Int64(whole))
            #expect((scan.defect == nil) == (count == whole))
        }
    }

    @Test func `with any one bit wrong, nothing behind it is whole`() throws {
        let (bytes, ends) = try Samples.segment(fragments: 3)
        for bit in 0..<(bytes.count * 8) {
            var wrong = bytes
            wrong[bit / 8] ^= UInt8(1 << (bit % 8))
            let scan = try scan(wrong)
            let whole = ends.last { $0 <= bit / 8 } ?? 0
            #expect(scan.wholeEnd == Int64(whole))
            #expect(scan.defect != nil)
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `with bytes and lengths changed at random, nothing is whole that is not`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let (bytes, ends) = try Samples.segment(fragments: 4, mediaBytes: 200)
        var wrong = bytes
        let first = Int.random(in: 0..<bytes.count, using: &random)
        switch seed % 4 {
        case 0:
            for index in first..<min(bytes.count, first + 64) { wrong[index] = 0 }
        case 1:
            wrong.removeSubrange(first..<min(bytes.count, first + Int.random(in: 1...50, using: &random)))
        case 2:
            wrong.insert(contentsOf: (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }, at: first)
        default:
            for index in first..<bytes.count { wrong[index] = UInt8.random(in: 0...255, using: &random) }
        }
        guard wrong != bytes, let changed = zip(wrong, bytes).enumerated().first(where: { $1.0 != $1.1 })?.offset
        else { return }
        let scan = try scan(wrong)
        #expect(scan.wholeEnd <= Int64(ends.last { $0 <= changed } ?? 0))
    }

    @Test func `missing sectors in the media are found though every length is right`() throws {
        let (bytes, ends) = try Samples.segment(fragments: 3, mediaBytes: 4096)
        var torn = bytes
        for index in (ends[1] + 600)..<(ends[1] + 1112) { torn[index] = 0 }
        #expect(try scan(torn).wholeEnd == Int64(ends[1]))
    }

    @Test func `fragments in another order or twice are not whole`() throws {
        let (bytes, ends) = try Samples.segment(fragments: 2)
        // The first note's checksum covers the header too.
        let second = Array(bytes[ends[0]..<ends[1]])
        #expect(try scan(Array(bytes.prefix(ends[0])) + second + second).entries.count == 3)
        let header = Array(bytes.prefix(24))
        #expect(try scan(header + second).wholeEnd == 0)
    }

    @Test(arguments: ["ftyp", "moof", "mdat", "uuid"])
    func `a box that says it is huge is refused without reading it`(type: String) throws {
        let huge: [UInt8] = [0, 0, 0, 1] + Array(type.utf8) + [0, 0x7F, 0, 0, 0, 0, 0, 0]
        let disk = ReadingDisk(huge)
        let scan = try SegmentScan(path: "x", size: Int64(huge.count), on: disk)
        #expect(scan.defect != nil)
        #expect(disk.totalRead <= 64)
    }

    @Test func `no read is larger than one mebibyte, however large the file`() throws {
        let (bytes, _) = try Samples.segment(fragments: 1)
        let size: Int64 = 5 << 19
        // An mdat to the end of the file, with nothing but zeros in it.
        let disk = ReadingDisk(bytes + Samples.box("moof", []) + [0, 0, 0, 0] + Array("mdat".utf8), size: size)
        let scan = try SegmentScan(path: "x", size: size, on: disk)
        #expect(scan.wholeEnd == Int64(bytes.count))
        #expect(disk.largestRead <= 1 << 20)
    }

    @Test func `a note longer than any of ours is not read`() throws {
        let (bytes, _) = try Samples.segment(fragments: 1)
        let size: Int64 = 20 << 20
        let length = UInt32(size) - UInt32(bytes.count) - 24
        let header = (0..<4).reversed().map { UInt8(truncatingIfNeeded: length >> (8 * UInt32($0))) }
        let disk = ReadingDisk(
            bytes + Samples.box("moof", []) + Samples.box("mdat", [1, 2, 3, 4, 5, 6, 7, 8]).prefix(16) + header
                + Array("uuid".utf8), size: size)
        let scan = try SegmentScan(path: "x", size: size, on: disk)
        #expect(scan.wholeEnd == Int64(bytes.count))
        #expect(disk.totalRead < 1 << 16)
    }

    @Test func `a file that shrinks while it is read is not whole`() throws {
        let (bytes, ends) = try Samples.segment(fragments: 2)
        let scan = try SegmentScan(
            path: "x", size: Int64(bytes.count), on: ReadingDisk(Array(bytes.prefix(ends[0] + 20))))
        #expect(scan.wholeEnd == Int64(ends[0]))
        #expect(scan.defect != nil)
    }
}
