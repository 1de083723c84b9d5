import CameraModel
import Simulation
import Synchronization

/// Passes every call on, and remembers what was promised to be durable.
///
/// For each file: the bytes written to it, and how many of them a successful synchronization covers.
final class WitnessDisk: Disk {
    struct File: Hashable {
        var path: String
        var bytes: [UInt8] = []
        var synchronized = 0
    }

    let inner: SimulatedDisk
    private let open = Mutex<[Int32: Int]>([:])
    private let record = Mutex<[File]>([])
    /// Whether segments may not grow beyond a few bytes, though there is room (EDQUOT).
    private let isOverQuota = Mutex(false)

    init(_ inner: SimulatedDisk) {
        self.inner = inner
    }

    /// The files in the order of their making.
    var files: [File] { record.withLock { $0 } }

    func setOverQuota(_ isOver: Bool) { isOverQuota.withLock { $0 = isOver } }

    func makeDirectory(_ path: String) throws(DiskError) { try inner.makeDirectory(path) }

    func create(_ path: String) throws(DiskError) -> DiskFile {
        let file = try inner.create(path)
        note(file, path)
        return file
    }

    func open(_ path: String) throws(DiskError) -> DiskFile {
        let file = try inner.open(path)
        note(file, path)
        return file
    }

    func write(_ bytes: RawSpan, to file: DiskFile, at offset: Int64) throws(DiskError) -> Int {
        var bytes = bytes
        let path = open.withLock { $0[file.descriptor] }.map { index in record.withLock { $0[index].path } }
        if isOverQuota.withLock(\.self), let path, path.hasSuffix(".mp4.partial") {
            guard offset == 0 else { throw DiskError(errno: 122, call: "pwrite", path: path) }
            bytes = bytes.extracting(first: min(10, bytes.byteCount))
        }
        let count = try inner.write(bytes, to: file, at: offset)
        let copy = bytes.withUnsafeBytes { [UInt8]($0) }
        change(file) {
            precondition(Int(offset) <= $0.bytes.count, "nobody leaves a hole")
            $0.bytes.replaceSubrange(
                Int(offset)..<min($0.bytes.count, Int(offset) + count), with: copy.prefix(count))
        }
        return count
    }

    func synchronize(_ file: DiskFile) throws(DiskError) {
        try inner.synchronize(file)
        change(file) { $0.synchronized = $0.bytes.count }
    }

    func truncate(_ file: DiskFile, to size: Int64) throws(DiskError) {
        try inner.truncate(file, to: size)
        change(file) { $0.bytes = Array($0.bytes.prefix(Int(size))) }
    }

    func close(_ file: DiskFile) throws(DiskError) { try inner.close(file) }

    func rename(_ path: String, to newPath: String) throws(DiskError) { try inner.rename(path, to: newPath) }

    func replace(_ newPath: String, with path: String) throws(DiskError) { try inner.replace(newPath, with: path) }

    func synchronizeDirectory(_ path: String) throws(DiskError) { try inner.synchronizeDirectory(path) }

    func read(_ path: String, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        try inner.read(path, at: offset, count: count)
    }

    func list(_ path: String) throws(DiskError) -> [DiskEntry] { try inner.list(path) }

    func freeBytes() throws(DiskError) -> Int64 { try inner.freeBytes() }

    private func note(_ file: DiskFile, _ path: String) {
        let index = record.withLock { files in
            files.append(File(path: path))
            return files.count - 1
        }
        open.withLock { $0[file.descriptor] = index }
    }

    private func change(_ file: DiskFile, _ body: (inout File) -> Void) {
        guard let index = open.withLock({ $0[file.descriptor] }) else { return }
        record.withLock { body(&$0[index]) }
    }
}
