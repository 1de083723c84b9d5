package import CameraModel

/// Names one recording.
package struct RecordingReference: Codable, Hashable, Sendable {
    /// Counted by the unit from 1.
    package var number: Int
    /// The name of its folder below the recordings folder.
    package var name: String
    /// When it was activated, by the wall clock of that moment: RFC 3339 in UTC.
    package var since: String

    package init(number: Int, name: String, since: UTCTime) {
        self.number = number
        self.name = name
        self.since = since.description
    }
}
