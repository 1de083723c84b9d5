/// A recording as its record tells it, for people and programs.
package struct RecordingAccount: Hashable, Sendable, Codable {
    package var folder: String
    package var header: RecordingHeader?
    package var preEvent: [PreEventDelivery] = []
    package var segments: [SegmentSummary] = []
    package var channels: [ChannelSummary] = []
    package var events: [ChannelEvent] = []
    package var end: RecordingEnd?
    /// What does not fit together, each in one line that says where.
    package var defects: [String] = []

    package init(folder: String) {
        self.folder = folder
    }

    /// Takes the next line.
    package mutating func take(_ line: RecordLine) {
        switch line {
        case .header(let value): header = header ?? value
        case .preEvent(let value): preEvent.append(value)
        case .fragment(let entry): take(entry.events, of: entry.channel)
        case .segment(let value):
            segments.removeAll { $0.channel == value.channel && $0.segment == value.segment }
            segments.append(value)
        case .channelEnd(let value):
            channels.append(value)
            take(value.events, of: value.channel)
        case .end(let value): end = value
        }
    }

    /// Silence that goes on is told in parts; here it is one event again.
    private mutating func take(_ new: [RecordEvent], of channel: String) {
        for event in new {
            if event.kind == .soundGap,
                let index = events.lastIndex(where: {
                    $0.channel == channel && $0.event.kind == .soundGap && $0.event.device == event.device
                }), events[index].event.until == event.at
            {
                events[index].event.until = event.until
                // Wrapping: the numbers are from a file.
                events[index].event.count = (events[index].event.count ?? 0) &+ (event.count ?? 0)
            } else {
                events.append(ChannelEvent(channel: channel, event: event))
            }
        }
    }
}

/// What happened on a channel.
package struct ChannelEvent: Hashable, Sendable, Codable {
    package var channel: String
    package var event: RecordEvent

    package init(channel: String, event: RecordEvent) {
        self.channel = channel
        self.event = event
    }
}
