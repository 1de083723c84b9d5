import CameraModel
import Evidence

/// A recording's record while it grows: one line of JSON after the other.
///
/// Lines are written at once and made durable when a segment is closed; until then the notes in the segments hold the
/// same. After an error the file is left and another one begun.
struct RecordFile: Sendable {
    private let disk: any Disk
    private let file: DiskFile
    private var end: Int64 = 0

    /// - Throws: ``DiskError``.
    init(path: String, on disk: any Disk) throws(DiskError) {
        self.disk = disk
        file = try disk.create(path)
    }

    /// - Throws: ``DiskError``.
    mutating func append(_ lines: [RecordLine]) throws(DiskError) {
        var bytes: [UInt8] = []
        for line in lines {
            guard let text = try? RecordCoding.encode(line) else {
                preconditionFailure("a record line is made of numbers and text, which JSON always takes")
            }
            bytes += text + [0x0A]
        }
        try disk.writeAll(bytes, to: file, at: end)
        end += Int64(bytes.count)
    }

    /// - Throws: ``DiskError``.
    func synchronize() throws(DiskError) {
        try disk.synchronize(file)
    }

    /// - Throws: ``DiskError``.
    func close() throws(DiskError) {
        try disk.close(file)
    }
}
