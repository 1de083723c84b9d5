/// The calls on a file system that evidence goes through, one to one with the system's.
///
/// Paths are relative to the state folder, with `/` between names. ``Platform/LinuxDisk`` is the real one;
/// ``Simulation/SimulatedDisk`` fails at any call, loses what was not made durable, and tears writes. Nothing here
/// retries or hides: making files durable in the right order is the caller's business. Calls block; a disk is used
/// from the writer's threads and never from a cooperative one. Safe from any thread, one file from one at a time.
package protocol Disk: Sendable {
    /// mkdir(2). Fails with EEXIST when it is there.
    func makeDirectory(_ path: String) throws(DiskError)

    /// open(2) with O_CREAT and O_EXCL for writing: never touches a file that is there.
    func create(_ path: String) throws(DiskError) -> DiskFile

    /// open(2) of an existing file for writing.
    func open(_ path: String) throws(DiskError) -> DiskFile

    /// One pwrite(2). May write less than given; the rest is for the caller to try.
    ///
    /// - Returns: The bytes written.
    func write(_ bytes: RawSpan, to file: DiskFile, at offset: Int64) throws(DiskError) -> Int

    /// fdatasync(2). After an error the file's state is unknown, and trying again proves nothing.
    func synchronize(_ file: DiskFile) throws(DiskError)

    /// ftruncate(2).
    func truncate(_ file: DiskFile, to size: Int64) throws(DiskError)

    /// close(2). The file is closed even when this throws.
    func close(_ file: DiskFile) throws(DiskError)

    /// renameat2(2) with RENAME_NOREPLACE: fails with EEXIST rather than overwrite.
    func rename(_ path: String, to newPath: String) throws(DiskError)

    /// rename(2), replacing `newPath` in one step. For summaries that can be made anew, never for media.
    func replace(_ newPath: String, with path: String) throws(DiskError)

    /// fsync(2) on the folder, which makes the names in it durable. An empty path is the state folder itself.
    func synchronizeDirectory(_ path: String) throws(DiskError)

    /// pread(2), until `count` bytes or the end of the file.
    func read(_ path: String, at offset: Int64, count: Int) throws(DiskError) -> [UInt8]

    /// The entries of a folder, sorted by name, without `.` and `..`.
    func list(_ path: String) throws(DiskError) -> [DiskEntry]

    /// Bytes free to us (statvfs(3), f_bavail).
    func freeBytes() throws(DiskError) -> Int64
}

/// An open file of a ``Disk``.
///
/// Means something only to the disk that gave it.
package struct DiskFile: Hashable, Sendable {
    package var descriptor: Int32

    package init(descriptor: Int32) {
        self.descriptor = descriptor
    }
}

/// One name in a folder.
package struct DiskEntry: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case file, directory, other }

    package var name: String
    package var kind: Kind
    /// In bytes; 0 for a folder.
    package var size: Int64

    package init(name: String, kind: Kind, size: Int64) {
        self.name = name
        self.kind = kind
        self.size = size
    }
}
