package import CameraModel

/// A segment that is closed and durable under its final name.
package struct SegmentSummary: Hashable, Sendable, Codable {
    package var channel: String
    package var segment: Int
    package var file: String
    package var bytes: Int64
    package var fragments: Int
    package var origin: MonotonicTime
    /// Where its last picture or sound ends.
    package var end: MonotonicTime
    package var pictures: Int
    package var soundFrames: [Int]
    /// Set when the file was closed after a power cut or crash.
    package var recovery: RecoveryRemark?

    package init(
        channel: String, segment: Int, file: String, bytes: Int64, fragments: Int, origin: MonotonicTime,
        end: MonotonicTime, pictures: Int, soundFrames: [Int], recovery: RecoveryRemark? = nil
    ) {
        self.channel = channel
        self.segment = segment
        self.file = file
        self.bytes = bytes
        self.fragments = fragments
        self.origin = origin
        self.end = end
        self.pictures = pictures
        self.soundFrames = soundFrames
        self.recovery = recovery
    }
}

/// What start-up did to a file that nobody had closed.
package struct RecoveryRemark: Hashable, Sendable, Codable {
    /// Behind the last whole fragment, cut off.
    package var bytesDiscarded: Int64
    /// Why the rest was not whole; `nil` when nothing had to be cut.
    package var defect: String?
    /// The boot that recovered it.
    package var boot: String

    package init(bytesDiscarded: Int64, defect: String?, boot: String) {
        self.bytesDiscarded = bytesDiscarded
        self.defect = defect
        self.boot = boot
    }
}
