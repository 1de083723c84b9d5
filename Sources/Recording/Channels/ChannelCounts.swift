import Evidence

/// What a channel has seen since the daemon's start, for whoever asks now.
package struct ChannelCounts: Hashable, Sendable {
    package var pictures = 0
    package var framesLost = 0
    package var framesDamaged = 0
    /// Segments that are durable under their final names.
    package var segments = 0
    /// Why the camera gives nothing; `nil` while it does.
    package var cameraProblem: String?
    /// Why nothing is written; `nil` while it is.
    package var storageProblem: String?

    /// Counts what an event stands for.
    mutating func take(_ event: RecordEvent) {
        switch event.kind {
        case .pictureLost: cameraProblem = event.cause
        case .pictureGap: cameraProblem = nil
        case .framesLost: framesLost += event.count ?? 0
        case .framesDamaged: framesDamaged += event.count ?? 0
        case .timestampReplaced, .rateMismatch, .formatChanged, .soundGap, .soundDropped, .drift, .clockStep,
            .soundMuted, .soundUnmuted, .storageGap, .segmentAbandoned, .note:
            break
        }
    }
}
