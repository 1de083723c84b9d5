/// The storage of recordings at this moment.
package struct StorageStatus: Codable, Hashable, Sendable {
    /// `nil` where it cannot be read.
    package var freeBytes: Int64?
    /// Free bytes that recordings are never written into.
    package var minimumFreeBytes: Int64

    package init(freeBytes: Int64?, minimumFreeBytes: Int64) {
        self.freeBytes = freeBytes
        self.minimumFreeBytes = minimumFreeBytes
    }
}
