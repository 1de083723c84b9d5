/// What is left alone on the storage.
package struct StorageConfiguration: Hashable, Sendable {
    /// Bytes of free space that recordings are never written into.
    package var minimumFree: Int

    /// 64 MiB.
    package static let standard = Self(minimumFree: 64 << 20)
}
