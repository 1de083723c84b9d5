import CLinux
package import CameraModel
import Glibc

/// The file system below the state folder.
///
/// Every call is the system call of the same name.
package final class LinuxDisk: Disk {
    private let root: Int32
    private let path: String

    /// Opens the state folder.
    ///
    /// - Parameter path: The folder, which exists.
    /// - Throws: ``DiskError`` when it cannot be opened.
    package init(path: String) throws(DiskError) {
        self.path = path
        root = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard root >= 0 else { throw DiskError(errno: errno, call: "open", path: path) }
    }

    deinit {
        _ = Glibc.close(root)
    }

    package func makeDirectory(_ path: String) throws(DiskError) {
        try check(mkdirat(root, path, 0o750), "mkdir", path)
    }

    package func create(_ path: String) throws(DiskError) -> DiskFile {
        DiskFile(
            descriptor: try check(openat(root, path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o640), "create", path))
    }

    package func open(_ path: String) throws(DiskError) -> DiskFile {
        DiskFile(descriptor: try check(openat(root, path, O_RDWR | O_CLOEXEC | O_NOFOLLOW), "open", path))
    }

    package func write(_ bytes: RawSpan, to file: DiskFile, at offset: Int64) throws(DiskError) -> Int {
        let written = bytes.withUnsafeBytes { buffer in
            retrying { pwrite(file.descriptor, buffer.baseAddress, buffer.count, off_t(offset)) }
        }
        return try check(written, "write", name(of: file))
    }

    package func synchronize(_ file: DiskFile) throws(DiskError) {
        // Not retried, not even on EINTR: after an error the kernel may have dropped the dirty pages.
        try check(fdatasync(file.descriptor), "fdatasync", name(of: file))
    }

    package func truncate(_ file: DiskFile, to size: Int64) throws(DiskError) {
        try check(retrying { Int(ftruncate(file.descriptor, off_t(size))) }, "ftruncate", name(of: file))
    }

    package func close(_ file: DiskFile) throws(DiskError) {
        try check(Glibc.close(file.descriptor), "close", "descriptor \(file.descriptor)")
    }

    package func rename(_ path: String, to newPath: String) throws(DiskError) {
        try check(clinux_rename_no_replace(root, path, newPath), "rename", newPath)
    }

    package func replace(_ newPath: String, with path: String) throws(DiskError) {
        try check(renameat(root, path, root, newPath), "rename", newPath)
    }

    package func synchronizeDirectory(_ path: String) throws(DiskError) {
        let folder = try check(
            openat(root, path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open", path)
        defer { _ = Glibc.close(folder) }
        try check(fsync(folder), "fsync", path)
    }

    package func read(_ path: String, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        let file = try check(openat(root, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW), "open", path)
        defer { _ = Glibc.close(file) }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let part = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let position = offset + Int64(filled)
                let result = retrying { pread(file, part.baseAddress, part.count, off_t(position)) }
                if result < 0 { failure = errno }
                guard result > 0 else { break }
                filled += result
            }
        }
        guard failure == 0 else { throw DiskError(errno: failure, call: "read", path: path) }
        return bytes
    }

    package func list(_ path: String) throws(DiskError) -> [DiskEntry] {
        let folder = try check(
            openat(root, path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open", path)
        guard let stream = fdopendir(folder) else {
            let failure = errno
            _ = Glibc.close(folder)
            throw DiskError(errno: failure, call: "opendir", path: path)
        }
        defer { closedir(stream) }
        var entries: [DiskEntry] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            var status = stat()
            guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            let kind: DiskEntry.Kind =
                switch status.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .directory
                default: .other
                }
            entries.append(DiskEntry(name: name, kind: kind, size: kind == .file ? Int64(status.st_size) : 0))
            errno = 0
        }
        guard errno == 0 else { throw DiskError(errno: errno, call: "readdir", path: path) }
        return entries.sorted { $0.name < $1.name }
    }

    package func freeBytes() throws(DiskError) -> Int64 {
        var status = statvfs()
        try check(fstatvfs(root, &status), "statvfs", path)
        return Int64(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    /// Repeats a call that a signal interrupted before it did anything.
    private func retrying(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result < 0, errno == EINTR { continue }
            return result
        }
    }

    @discardableResult
    private func check<Result: SignedInteger>(
        _ result: Result, _ call: String, _ path: @autoclosure () -> String
    ) throws(DiskError) -> Result {
        guard result >= 0 else {
            let failure = errno
            throw DiskError(errno: failure, call: call, path: path())
        }
        return result
    }

    /// The path of an open file, for an error's words.
    private func name(of file: DiskFile) -> String {
        var buffer = [CChar](repeating: 0, count: 512)
        let length = readlink("/proc/self/fd/\(file.descriptor)", &buffer, buffer.count - 1)
        guard length > 0 else { return "descriptor \(file.descriptor)" }
        return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
