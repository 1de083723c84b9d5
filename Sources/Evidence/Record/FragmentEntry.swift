package import CameraModel

/// One fragment: what is in it and when it was.
package struct FragmentEntry: Hashable, Sendable, Codable {
    package var recording: Int
    package var channel: String
    /// Counted from 0 in the channel's part of the recording.
    package var segment: Int
    /// Counted from 0 in the segment.
    package var fragment: Int
    /// The segment's own zero on the media clock.
    package var origin: MonotonicTime
    /// Of the first picture or sound in it.
    package var start: MonotonicTime
    /// Where its last picture or sound ends.
    package var end: MonotonicTime
    package var pictures: Int
    /// Sound frames for each microphone, in the channel's order.
    package var soundFrames: [Int]
    /// The three clocks, read when the fragment was closed.
    package var clock: ClockReading
    /// What happened since the fragment before.
    package var events: [RecordEvent]

    package init(
        recording: Int, channel: String, segment: Int, fragment: Int, origin: MonotonicTime, start: MonotonicTime,
        end: MonotonicTime, pictures: Int, soundFrames: [Int], clock: ClockReading, events: [RecordEvent]
    ) {
        self.recording = recording
        self.channel = channel
        self.segment = segment
        self.fragment = fragment
        self.origin = origin
        self.start = start
        self.end = end
        self.pictures = pictures
        self.soundFrames = soundFrames
        self.clock = clock
        self.events = events
    }
}
