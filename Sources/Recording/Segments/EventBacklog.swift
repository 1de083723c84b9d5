package import Evidence

/// Events that wait for a fragment to be written down with.
///
/// While nothing can be written they gather for hours, and the note of a fragment is bounded
/// (``Evidence/FragmentNote``): what repeats is folded together, and what is too much is counted.
package struct EventBacklog: Hashable, Sendable {
    private var kept: [RecordEvent] = []
    /// The first that was left out, counting all of them.
    private var leftOut: RecordEvent?

    /// Above this number, like events are one event with the sum of their counts.
    static let mostSeparate = 100
    /// Above this number they are only counted.
    static let most = 500

    package init() {}

    /// What is to be written down.
    package var events: [RecordEvent] {
        kept + (leftOut.map { [$0] } ?? [])
    }

    /// Takes events, in order.
    package mutating func append(_ events: some Sequence<RecordEvent>) {
        for event in events { append(event) }
    }

    /// Takes an event.
    package mutating func append(_ event: RecordEvent) {
        if let place = kept.lastIndex(where: { $0.kind == event.kind && $0.device == event.device }),
            isContinued(kept[place], by: event) || kept.count >= Self.mostSeparate && event.count != nil
        {
            kept[place].until = event.until ?? event.at
            kept[place].count = (kept[place].count ?? 0) &+ (event.count ?? 0)
        } else if kept.count < Self.most {
            kept.append(event)
        } else {
            var sum = leftOut ?? RecordEvent(.note, at: event.at, count: 0, cause: "events left out: too many to hold")
            sum.until = event.at
            sum.count = (sum.count ?? 0) &+ 1
            leftOut = sum
        }
    }

    /// Silence is noted in parts while it lasts.
    private func isContinued(_ event: RecordEvent, by next: RecordEvent) -> Bool {
        event.kind == .soundGap && event.until == next.at && event.cause == next.cause
    }
}
