/// Why the control API cannot listen where it should.
package enum SocketFileError: Error, Hashable, Sendable {
    /// Something that is no socket has the name; it is left alone.
    case notASocket(String)
    /// Another daemon answers there.
    case inUse(String)
    /// Longer than a socket's address holds (`sun_path`, 107 bytes: unix(7)).
    case pathTooLong(String)
    case system(errno: Int32, during: String, path: String)
}

extension SocketFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notASocket(let path): "\(path) is there and is not a socket; move it away"
        case .inUse(let path): "another dutycamd listens on \(path); stop it first, or use another state folder"
        case .pathTooLong(let path): "\(path) is too long for a socket's name, which has at most 107 bytes"
        case .system(let errno, let call, let path): "\(path): \(call) failed with errno \(errno)"
        }
    }
}
