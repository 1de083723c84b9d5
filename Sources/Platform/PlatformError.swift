/// A call on the operating system that failed.
package enum PlatformError: Error, Hashable, Sendable, CustomStringConvertible {
    case system(errno: Int32, during: String)
    /// The state folder cannot be used, in words that say what to do.
    case unusableState(String)
    /// Another daemon holds the state folder.
    case stateInUse(String)

    package var description: String {
        switch self {
        case .system(let errno, let call): "\(call) failed with errno \(errno)"
        case .unusableState(let reason), .stateInUse(let reason): reason
        }
    }
}
