import Evidence

/// What a recording's record files say, as far as recovery needs it.
struct RecordSearch {
    private(set) var highest = 0
    private(set) var header: RecordingHeader?
    private(set) var isComplete = false
    private(set) var fragments: Set<FragmentKey> = []

    mutating func take(number: Int, text: RecordText) {
        highest = max(highest, number)
        for line in text.lines {
            switch line {
            case .header(let value): header = header ?? value
            case .fragment(let entry): fragments.insert(FragmentKey(entry))
            case .end: isComplete = true
            case .preEvent, .segment, .channelEnd: break
            }
        }
    }
}

/// Which fragment of a recording.
struct FragmentKey: Hashable {
    var channel: String
    var segment: Int
    var fragment: Int

    init(_ entry: FragmentEntry) {
        channel = entry.channel
        segment = entry.segment
        fragment = entry.fragment
    }
}
