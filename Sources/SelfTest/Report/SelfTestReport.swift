package import CameraModel
package import DutyPolicy

/// A whole self-test: every item with what was measured, and what it comes to.
package struct SelfTestReport: Hashable, Sendable {
    package var kind: SelfTestKind
    /// When it began.
    package var started: ClockReading
    package var duration: Duration
    /// In the order of the items; one with several subjects has a line for each.
    package var items: [ItemResult]

    package init(kind: SelfTestKind, started: ClockReading, duration: Duration, items: [ItemResult]) {
        self.kind = kind
        self.started = started
        self.duration = duration
        self.items = items
    }

    package var outcome: SelfTestOutcome { SelfTestOutcome(of: items) }

    /// Every malfunction found, also those that do not withhold the unit; each once, in their order.
    package var codes: [MalfunctionCode] {
        Set(items.compactMap(\.verdict.code)).sorted { $0.rawValue < $1.rawValue }
    }
}

extension SelfTestReport: Codable {
    private enum CodingKeys: String, CodingKey { case kind, started, seconds, result, codes, usable, items }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        kind = try container.decode(SelfTestKind.self, forKey: .kind)
        started = try container.decode(ClockReading.self, forKey: .started)
        duration = try container.decodeSeconds(forKey: .seconds)
        items = try container.decode([ItemResult].self, forKey: .items)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(started, forKey: .started)
        try container.encode(shortened(duration.seconds), forKey: .seconds)
        try container.encode(outcome.description, forKey: .result)
        try container.encode(codes, forKey: .codes)
        try container.encode(outcome.isUsable, forKey: .usable)
        try container.encode(items, forKey: .items)
    }
}
