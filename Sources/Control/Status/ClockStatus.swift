package import CameraModel

/// The unit's wall clock at this moment, for people.
package struct ClockStatus: Codable, Hashable, Sendable {
    /// RFC 3339 in UTC with milliseconds.
    package var utc: String
    package var source: ClockSource
    /// Largest expected error; `nil` where nobody can say.
    package var uncertaintySeconds: Double?

    package init(_ reading: ClockReading) {
        utc = reading.utc.description
        source = reading.source
        uncertaintySeconds = reading.uncertainty.map { Double($0) / 1e9 }
    }
}
