package import CameraModel

/// A trigger that spoke, or fell silent.
package struct TriggerEvent: Hashable, Sendable, Codable {
    package var source: TriggerSource
    package var edge: TriggerEdge
    /// When the cause began or ended, not when that was believed: the line's first edge, the first fast sample.
    package var time: MonotonicTime
    /// What tells this event from others of its source, for the journal; empty where nothing does.
    package var detail: String

    package init(source: TriggerSource, edge: TriggerEdge, time: MonotonicTime, detail: String = "") {
        self.source = source
        self.edge = edge
        self.time = time
        self.detail = detail
    }
}

/// Which way a trigger changed; momentary sources have no `off`.
package enum TriggerEdge: String, Hashable, Sendable, Codable, CaseIterable {
    case on
    case off
}
