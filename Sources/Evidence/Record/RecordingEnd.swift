package import CameraModel

/// The record's last line: how the recording ended.
package struct RecordingEnd: Hashable, Sendable, Codable {
    package var recording: Int
    /// What ended it: a reason's code (`END0`, `I01`, …), a fault's (`T01`, …), `shutdown` or `power-cut-or-crash`.
    package var cause: String
    package var clock: ClockReading?

    package init(recording: Int, cause: String, clock: ClockReading?) {
        self.recording = recording
        self.cause = cause
        self.clock = clock
    }
}

/// One channel's whole account, written when its last segment is closed.
package struct ChannelSummary: Hashable, Sendable, Codable {
    package var channel: String
    package var segments: Int
    package var pictures: Int
    package var soundFrames: [Int]
    package var framesLost: Int
    package var framesDamaged: Int
    package var pictureGaps: Int
    package var soundGaps: Int
    package var storageGaps: Int
    /// What happened after the last fragment.
    package var events: [RecordEvent]

    package init(channel: String, microphones: Int) {
        self.channel = channel
        segments = 0
        pictures = 0
        soundFrames = Array(repeating: 0, count: microphones)
        framesLost = 0
        framesDamaged = 0
        pictureGaps = 0
        soundGaps = 0
        storageGaps = 0
        events = []
    }

    /// Counts what an event stands for.
    package mutating func count(_ event: RecordEvent) {
        switch event.kind {
        case .framesLost: framesLost += event.count ?? 0
        case .framesDamaged: framesDamaged += event.count ?? 0
        case .pictureGap: pictureGaps += 1
        case .soundGap: soundGaps += 1
        case .storageGap: storageGaps += 1
        case .pictureLost, .timestampReplaced, .rateMismatch, .formatChanged, .soundDropped, .soundMuted,
            .soundUnmuted, .drift, .clockStep, .segmentAbandoned, .note:
            break
        }
    }
}
