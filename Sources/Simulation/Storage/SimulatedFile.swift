/// A file's path and content, as a machine finds it.
package struct SimulatedFile: Hashable, Sendable {
    /// Relative to the state folder.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
