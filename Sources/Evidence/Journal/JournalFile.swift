import CameraModel

/// The journal's file that is being written.
struct JournalFile: Sendable {
    let number: Int
    private let disk: any Disk
    private let file: DiskFile
    /// Where the journal ends in it, in bytes: all before is durable.
    private(set) var end: Int64
    /// Whether something unfinished may lie behind the end.
    private(set) var isLittered = false
    private var isNameDurable: Bool

    /// Why a write failed, and whether the file can go on.
    struct Failure: Error {
        var cause: DiskError
        /// After any error but a full disk nobody knows what the file holds.
        var isFileLost: Bool
    }

    /// Makes a new file.
    ///
    /// - Throws: ``DiskError``; nothing is touched that is there.
    init(creating number: Int, on disk: any Disk) throws(DiskError) {
        self.number = number
        self.disk = disk
        file = try disk.create(JournalNames.path(JournalNames.file(number)))
        end = 0
        isNameDurable = false
    }

    /// Goes on with an opened file whose name and content are durable up to `end`.
    init(_ file: DiskFile, number: Int, end: Int64, on disk: any Disk) {
        self.number = number
        self.disk = disk
        self.file = file
        self.end = end
        isNameDurable = true
    }

    /// Adds lines, and returns when they are durable under a durable name.
    mutating func append(_ bytes: [UInt8]) throws(Failure) {
        do throws(DiskError) {
            if isLittered {
                // Durable before anything new: old and new pieces of lines must not be found side by side.
                try disk.truncate(file, to: end)
                try disk.synchronize(file)
                isLittered = false
            }
        } catch {
            throw Failure(cause: error, isFileLost: true)
        }
        do throws(DiskError) {
            isLittered = true
            try disk.writeWhole(bytes, to: file, at: end)
        } catch {
            throw Failure(cause: error, isFileLost: !error.isFull)
        }
        do throws(DiskError) {
            try disk.synchronize(file)
            if !isNameDurable { try disk.synchronizeDirectory(JournalNames.folder) }
        } catch {
            throw Failure(cause: error, isFileLost: true)
        }
        isLittered = false
        isNameDurable = true
        end += Int64(bytes.count)
    }

    /// - Throws: ``DiskError``; the file is closed all the same.
    func close() throws(DiskError) {
        try disk.close(file)
    }
}

extension Disk {
    /// Writes all the bytes: in one call, unless the disk takes less at a time.
    ///
    /// - Throws: ``DiskError``. How many bytes were written then is unknown.
    func writeWhole(_ bytes: [UInt8], to file: DiskFile, at offset: Int64) throws(DiskError) {
        var written = 0
        while written < bytes.count {
            // `Span.bytes` is marked unsafe for element types with padding; bytes have none.
            let rest = unsafe bytes.span.bytes.extracting(droppingFirst: written)
            let count = try write(rest, to: file, at: offset + Int64(written))
            // A write of nothing at all would repeat for ever.
            guard count > 0 else { throw DiskError(errno: 5, call: "write", path: "descriptor \(file.descriptor)") }
            written += count
        }
    }
}
