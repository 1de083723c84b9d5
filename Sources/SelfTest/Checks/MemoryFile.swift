import CameraModel

/// A file that exists in memory only, to be read where a disk is wanted.
///
/// Whatever would change it fails with EROFS.
struct MemoryFile: Disk {
    let bytes: [UInt8]

    private func refuse(_ call: String, _ path: String = "") -> DiskError {
        DiskError(errno: 30, call: call, path: path)
    }

    func makeDirectory(_ path: String) throws(DiskError) { throw refuse("mkdir", path) }
    func create(_ path: String) throws(DiskError) -> DiskFile { throw refuse("create", path) }
    func open(_ path: String) throws(DiskError) -> DiskFile { throw refuse("open", path) }
    func write(_ bytes: RawSpan, to file: DiskFile, at offset: Int64) throws(DiskError) -> Int {
        throw refuse("write")
    }
    func synchronize(_ file: DiskFile) throws(DiskError) { throw refuse("fdatasync") }
    func truncate(_ file: DiskFile, to size: Int64) throws(DiskError) { throw refuse("ftruncate") }
    func close(_ file: DiskFile) throws(DiskError) { throw refuse("close") }
    func rename(_ path: String, to newPath: String) throws(DiskError) { throw refuse("rename", path) }
    func replace(_ newPath: String, with path: String) throws(DiskError) { throw refuse("rename", path) }
    func synchronizeDirectory(_ path: String) throws(DiskError) { throw refuse("fsync", path) }
    func list(_ path: String) throws(DiskError) -> [DiskEntry] { throw refuse("readdir", path) }
    func freeBytes() throws(DiskError) -> Int64 { 0 }

    func read(_ path: String, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= Int64(bytes.count) else {
            throw DiskError(errno: 22, call: "pread", path: path)
        }
        let start = Int(offset)
        return Array(bytes[start..<min(bytes.count, start + min(count, bytes.count))])
    }
}
