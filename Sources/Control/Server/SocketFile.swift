import Glibc

/// The name in the file system under which a daemon listens.
struct SocketFile {
    let path: String

    /// In bytes with the final zero: `sun_path` (unix(7)).
    private static let pathLimit = 108

    /// Makes room for a listener.
    ///
    /// The file of a daemon that died is removed, after a connection to it was refused: nobody listens. Anything else
    /// stays. Two daemons that start at once are kept apart by the lock on their state folder, not here.
    ///
    /// - Throws: ``SocketFileError``.
    func claim() throws(SocketFileError) {
        guard path.utf8.count < Self.pathLimit else { throw .pathTooLong(path) }
        guard let kind = try status()?.st_mode else { return }
        guard kind & S_IFMT == S_IFSOCK else { throw .notASocket(path) }
        switch try connectionError() {
        case ECONNREFUSED: try check(unlink(path), "unlink")
        // EAGAIN: somebody listens, whose queue is full.
        case 0, EAGAIN: throw .inUse(path)
        // It went away between the two looks.
        case ENOENT: return
        case let error: throw .system(errno: error, during: "connect", path: path)
        }
    }

    /// Lets owner and group connect, and nobody else.
    ///
    /// - Returns: Which file it is now, for ``release(_:)``.
    /// - Throws: ``SocketFileError/system(errno:during:path:)``.
    func restrict() throws(SocketFileError) -> Identity {
        try check(chmod(path, 0o660), "chmod")
        guard let status = try status() else { throw .system(errno: ENOENT, during: "lstat", path: path) }
        return Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }

    /// Removes the file, if it is still the one that was bound.
    ///
    /// - Throws: ``SocketFileError/system(errno:during:path:)``.
    func release(_ identity: Identity) throws(SocketFileError) {
        guard let status = try status(),
            Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)) == identity
        else { return }
        try check(unlink(path), "unlink")
    }

    struct Identity: Hashable, Sendable {
        var device: UInt64
        var inode: UInt64
    }

    private func status() throws(SocketFileError) -> stat? {
        var status = stat()
        guard lstat(path, &status) != 0 else { return status }
        guard errno == ENOENT else { throw .system(errno: errno, during: "lstat", path: path) }
        return nil
    }

    /// The errno of one attempt to connect, 0 when somebody listens.
    private func connectionError() throws(SocketFileError) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(Self.pathLimit - 1)) }
        let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(AF_UNIX, type, 0)
        try check(descriptor, "socket")
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        let error = result == 0 ? 0 : errno
        try check(close(descriptor), "close")
        return error
    }

    private func check(_ result: Int32, _ call: String) throws(SocketFileError) {
        guard result >= 0 else { throw .system(errno: errno, during: call, path: path) }
    }
}
