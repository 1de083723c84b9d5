/// Why a request to the daemon had no success.
package enum ControlClientError: Error, Hashable, Sendable {
    /// Nobody listens: there is no socket, or a dead one.
    case noDaemon(socket: String)
    /// The socket is there, and we are neither its owner nor in its group.
    case notPermitted(socket: String)
    /// No answer within the time.
    case timedOut(socket: String)
    /// The daemon answered with a problem.
    case refused(Problem)
    /// What answers there is not a dutycamd, or a very different one.
    case unintelligible(String)
    /// The connection broke, in the library's words.
    case connection(String)
}

extension ControlClientError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noDaemon(let socket):
            let state = socket.lastIndex(of: "/").map { String(socket[..<$0]) } ?? "."
            return "no dutycamd is running in \(state); start it with: dutycamd --unit FILE --state \(state)"
        case .notPermitted(let socket):
            return "permission to use \(socket) is denied; become its owner or join its group"
        case .timedOut(let socket): return "dutycamd did not answer on \(socket) in time; look at its log"
        case .refused(let problem): return "\(problem.detail) \(problem.remedy)"
        case .unintelligible(let what): return "the answer is not a dutycamd's: \(what)"
        case .connection(let what): return "the connection to dutycamd broke: \(what)"
        }
    }
}
