package import CameraModel

/// What came of writing to the storage and reading back.
package enum WriteMeasure: Hashable, Sendable {
    /// So many bytes were written and made durable in that time, and what was read back is the same or not.
    case written(bytes: Int, in: Duration, isSame: Bool)
    case failed(DiskError)
    /// A recording began, and the storage is its own.
    case yielded
}
