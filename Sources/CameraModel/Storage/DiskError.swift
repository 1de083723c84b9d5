/// A call on the file system that failed.
package struct DiskError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system's error number.
    package var errno: Int32
    /// The system call.
    package var call: String
    /// The path, or the open file's path.
    package var path: String

    package init(errno: Int32, call: String, path: String) {
        self.errno = errno
        self.call = call
        self.path = path
    }

    /// ENOSPC or EDQUOT: there is no room, which may change.
    package var isFull: Bool { errno == 28 || errno == 122 }
    /// EEXIST.
    package var alreadyExists: Bool { errno == 17 }
    /// ENOENT.
    package var isAbsent: Bool { errno == 2 }

    package var description: String {
        let meaning =
            switch errno {
            case 2: "not there"
            case 5: "input/output error"
            case 13: "permission denied"
            case 17: "already exists"
            case 28: "no space left"
            case 30: "read-only file system"
            case 122: "quota exceeded"
            default: "errno \(errno)"
            }
        return "\(path): \(call): \(meaning)"
    }
}
