package import CameraModel

/// Something that a reader of the recording must know: every gap has its cause here.
package struct RecordEvent: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        /// The camera gave nothing from `at` on.
        case pictureLost = "picture-lost"
        /// The camera is back; no picture exists between `at` and `until`.
        case pictureGap = "picture-gap"
        /// `count` frames the camera took and nobody got, by its own count.
        case framesLost = "frames-lost"
        /// `count` frames dropped because they were marked bad, cut off, or could not be decoded.
        case framesDamaged = "frames-damaged"
        /// The camera's timestamp could not be believed; the time of receipt was used for `count` frames.
        case timestampReplaced = "timestamp-replaced"
        /// The camera delivers at another rate than it granted.
        case rateMismatch = "rate-mismatch"
        /// Another size or coding from here on.
        case formatChanged = "format-changed"
        /// Silence of exactly this length stands for sound that was never captured.
        case soundGap = "sound-gap"
        /// Sound that is in no file, because the device gave more than time had passed or it came too late: `count`
        /// frames, or all between `at` and `until`.
        case soundDropped = "sound-dropped"
        /// The officer muted the microphone: silence stands for its sound from here on.
        case soundMuted = "sound-muted"
        /// The microphone is heard again from here on.
        case soundUnmuted = "sound-unmuted"
        /// Measured drift of the microphone's clock against the media clock, in parts per million.
        case drift
        /// The wall clock was set; no media timestamp moved.
        case clockStep = "clock-step"
        /// Media that could not be written; nothing exists on disk between `at` and `until`.
        case storageGap = "storage-gap"
        /// A file was abandoned after an error; what was durable in it stays.
        case segmentAbandoned = "segment-abandoned"
        /// A marker or a remark.
        case note
    }

    package var kind: Kind
    package var at: MonotonicTime
    package var until: MonotonicTime?
    package var count: Int?
    /// The camera or microphone.
    package var device: String?
    package var cause: String?
    package var partsPerMillion: Double?

    package init(
        _ kind: Kind, at: MonotonicTime, until: MonotonicTime? = nil, count: Int? = nil, device: String? = nil,
        cause: String? = nil, partsPerMillion: Double? = nil
    ) {
        self.kind = kind
        self.at = at
        self.until = until
        self.count = count
        self.device = device
        self.cause = cause
        self.partsPerMillion = partsPerMillion
    }
}
