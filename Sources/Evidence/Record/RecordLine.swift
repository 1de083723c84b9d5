/// One line of a recording's record, a JSON object whose `line` says what it is.
package enum RecordLine: Hashable, Sendable, Codable {
    case header(RecordingHeader)
    case preEvent(PreEventDelivery)
    case fragment(FragmentEntry)
    case segment(SegmentSummary)
    case channelEnd(ChannelSummary)
    case end(RecordingEnd)

    private enum Name: String, Codable {
        case header, fragment, segment, end
        case preEvent = "pre-event"
        case channelEnd = "channel-end"
    }

    private enum Key: CodingKey {
        case line
    }

    package init(from decoder: any Decoder) throws {
        switch try decoder.container(keyedBy: Key.self).decode(Name.self, forKey: .line) {
        case .header: self = .header(try RecordingHeader(from: decoder))
        case .preEvent: self = .preEvent(try PreEventDelivery(from: decoder))
        case .fragment: self = .fragment(try FragmentEntry(from: decoder))
        case .segment: self = .segment(try SegmentSummary(from: decoder))
        case .channelEnd: self = .channelEnd(try ChannelSummary(from: decoder))
        case .end: self = .end(try RecordingEnd(from: decoder))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .header(let value):
            try container.encode(Name.header, forKey: .line)
            try value.encode(to: encoder)
        case .preEvent(let value):
            try container.encode(Name.preEvent, forKey: .line)
            try value.encode(to: encoder)
        case .fragment(let value):
            try container.encode(Name.fragment, forKey: .line)
            try value.encode(to: encoder)
        case .segment(let value):
            try container.encode(Name.segment, forKey: .line)
            try value.encode(to: encoder)
        case .channelEnd(let value):
            try container.encode(Name.channelEnd, forKey: .line)
            try value.encode(to: encoder)
        case .end(let value):
            try container.encode(Name.end, forKey: .line)
            try value.encode(to: encoder)
        }
    }
}
