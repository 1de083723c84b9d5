package import CameraModel

/// The wall clock, and what it is held against.
package struct ClockMeasure: Hashable, Sendable {
    package var reading: ClockReading
    /// The newest time that the unit itself has written down.
    package var lastJournalEntry: UTCTime?
    /// When the firmware was built.
    package var built: UTCTime?
    /// When the clock was last set by a source that is to be trusted, where that is known.
    package var lastSynchronised: UTCTime?

    package init(
        reading: ClockReading, lastJournalEntry: UTCTime? = nil, built: UTCTime? = nil, lastSynchronised: UTCTime? = nil
    ) {
        self.reading = reading
        self.lastJournalEntry = lastJournalEntry
        self.built = built
        self.lastSynchronised = lastSynchronised
    }
}
