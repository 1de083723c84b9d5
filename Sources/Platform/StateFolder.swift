import CLinux
import Glibc

/// The daemon's own folder, held by one daemon at a time.
///
/// The lock goes with the process, however it ends (flock(2)).
package final class StateFolder: Sendable {
    package let path: String
    private let lock: Int32

    /// Makes the folder if its parent exists, and takes the lock.
    ///
    /// - Parameter path: The folder.
    /// - Throws: ``PlatformError/unusableState(_:)``: not a folder, or not writable. ``PlatformError/stateInUse(_:)``.
    package init(path: String) throws(PlatformError) {
        self.path = path
        if mkdir(path, 0o750) != 0, errno != EEXIST {
            throw .unusableState(
                "state folder \(path): cannot be made: \(words(errno)); make it, or give --state another")
        }
        let lock = open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard lock >= 0 else {
            throw .unusableState("state folder \(path): cannot be written: \(words(errno))")
        }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let failure = errno
            _ = close(lock)
            throw failure == EWOULDBLOCK
                ? .stateInUse(
                    "state folder \(path): in use by another dutycamd; stop it, or give --state another folder")
                : .unusableState("state folder \(path): cannot be locked: \(words(failure))")
        }
        self.lock = lock
    }

    deinit {
        _ = close(lock)
    }
}

/// The system's words for an error number.
private func words(_ number: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 128)
    guard strerror_r(number, &buffer, buffer.count) == 0 else { return "errno \(number)" }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.isEmpty ? "errno \(number)" : text
}
