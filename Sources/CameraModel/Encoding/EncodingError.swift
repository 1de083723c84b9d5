/// Why something could not be coded, decoded or put into a container.
package enum EncodingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The configuration asks for what the library cannot do, in words.
    case unsupported(String)
    /// The bytes given cannot be understood; the next may be well.
    case malformed(String)
    /// A library call failed: its name, its code, and its own words.
    case failed(call: String, code: Int32, message: String)

    package var description: String {
        switch self {
        case .unsupported(let what): what
        case .malformed(let what): "malformed: \(what)"
        case .failed(let call, let code, let message): "\(call): \(message) (\(code))"
        }
    }
}
