/// One call on a simulated disk, for a test's account of what went before a failure.
package struct DiskCall: Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1.
    package var number: Int
    /// The system call.
    package var name: String
    package var path: String
    /// Bytes written or read; `nil` for other calls.
    package var count: Int?
    /// The error number thrown; `nil` when it went well.
    package var errno: Int32?

    package var description: String {
        "\(number) \(name) \(path)" + (count.map { ", \($0) bytes" } ?? "") + (errno.map { ": errno \($0)" } ?? "")
    }
}
