import CameraModel
import Evidence
import Synchronization

/// Small files made by hand.
enum Samples {
    static let reading = ClockReading(
        monotonic: MonotonicTime(nanoseconds: 5_000_000_000), boottime: 6_000_000_000,
        utc: UTCTime(nanosecondsSince1970: 1_772_352_930_250_000_000), source: .synchronised, uncertainty: 1000)

    static func entry(_ number: Int, text: String = "plain") -> FragmentEntry {
        FragmentEntry(
            recording: 3, channel: "front", segment: 0, fragment: number, origin: MonotonicTime(nanoseconds: 1),
            start: MonotonicTime(nanoseconds: 1), end: MonotonicTime(nanoseconds: 2), pictures: 30,
            soundFrames: [48_000], clock: reading,
            events: [RecordEvent(.note, at: MonotonicTime(nanoseconds: 1), count: 1, cause: text)])
    }

    static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let size = content.count + 8
        return (0..<4).reversed().map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } + Array(type.utf8) + content
    }

    /// A segment of `fragments` fragments, and where each of its fragments ends.
    static func segment(fragments: Int, mediaBytes: Int = 40) throws -> (bytes: [UInt8], ends: [Int]) {
        var bytes = box("ftyp", Array("isom".utf8)) + box("moov", [1, 2, 3, 4])
        var sinceNote = bytes
        var ends: [Int] = []
        for number in 0..<fragments {
            let media = box("moof", [UInt8(number)]) + box("mdat", [UInt8](repeating: UInt8(number), count: mediaBytes))
            sinceNote += media
            bytes += media
            bytes += try FragmentNote(entry: entry(number)).box(preceding: sinceNote)
            sinceNote = []
            ends.append(bytes.count)
        }
        return (bytes, ends)
    }
}

/// One file in memory that counts what is read of it.
final class ReadingDisk: Disk {
    let bytes: [UInt8]
    /// What the file's end is said to be; reads behind the bytes give zeros up to it.
    let size: Int64
    private let largest = Mutex(0)
    private let total = Mutex(0)

    init(_ bytes: [UInt8], size: Int64? = nil) {
        self.bytes = bytes
        self.size = size ?? Int64(bytes.count)
    }

    var largestRead: Int { largest.withLock { $0 } }
    var totalRead: Int { total.withLock { $0 } }

    func read(_ path: String, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        largest.withLock { $0 = max($0, count) }
        guard offset >= 0, offset < size else { return [] }
        let count = Int(min(Int64(count), size - offset))
        let known = offset < Int64(bytes.count) ? Array(bytes[Int(offset)...].prefix(count)) : []
        total.withLock { $0 += count }
        return known + [UInt8](repeating: 0, count: count - known.count)
    }

    private func refuse() -> DiskError { DiskError(errno: 30, call: "any", path: "a disk for reading") }
    func makeDirectory(_ path: String) throws(DiskError) { throw refuse() }
    func create(_ path: String) throws(DiskError) -> DiskFile { throw refuse() }
    func open(_ path: String) throws(DiskError) -> DiskFile { throw refuse() }
    func write(_ bytes: RawSpan, to file: DiskFile, at offset: Int64) throws(DiskError) -> Int { throw refuse() }
    func synchronize(_ file: DiskFile) throws(DiskError) { throw refuse() }
    func truncate(_ file: DiskFile, to size: Int64) throws(DiskError) { throw refuse() }
    func close(_ file: DiskFile) throws(DiskError) { throw refuse() }
    func rename(_ path: String, to newPath: String) throws(DiskError) { throw refuse() }
    func replace(_ newPath: String, with path: String) throws(DiskError) { throw refuse() }
    func synchronizeDirectory(_ path: String) throws(DiskError) { throw refuse() }
    func list(_ path: String) throws(DiskError) -> [DiskEntry] { throw refuse() }
    func freeBytes() throws(DiskError) -> Int64 { throw refuse() }
}
