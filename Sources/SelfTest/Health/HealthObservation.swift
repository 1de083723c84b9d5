package import CameraModel

/// What was seen of one part of the unit at one time.
package enum HealthObservation: Hashable, Sendable {
    /// Counts since the observation before.
    case camera(String, CameraHealth)
    case microphone(String, SoundMeasure)
    case storage(StorageHealth)
    /// The three clocks, and the unit's own newest entry or build before which no time can be.
    case clock(ClockReading, notBefore: UTCTime?)
}

/// What was seen of a camera since the observation before.
package struct CameraHealth: Hashable, Sendable {
    package var stream: StreamMeasure
    /// The newest picture taken aside since then, if any.
    package var picture: PictureMeasure?

    package init(stream: StreamMeasure, picture: PictureMeasure?) {
        self.stream = stream
        self.picture = picture
    }
}

/// What is known of the storage now.
package struct StorageHealth: Hashable, Sendable {
    /// In bytes; `nil` when the file system did not say.
    package var free: Int64?
    /// Free space that recordings are never written into, in bytes.
    package var reserve: Int64
    /// What all streams write, in bytes a second.
    package var bytesPerSecond: Double
    /// The last error of writing since the observation before.
    package var failure: DiskError?

    package init(free: Int64?, reserve: Int64, bytesPerSecond: Double, failure: DiskError?) {
        self.free = free
        self.reserve = reserve
        self.bytesPerSecond = bytesPerSecond
        self.failure = failure
    }
}
