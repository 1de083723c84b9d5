import CameraModel
import DequeModule
import Evidence

/// What a channel has handed on and its writer has not taken yet, in bounded memory.
///
/// A value without clock or I/O. While the writer is so far behind that memory would run out, whole groups of pictures
/// are shed, and an event says how many and when.
struct WriterBacklog: Sendable {
    /// What could not be handed on while the writer was behind.
    private struct Shed {
        var since: MonotonicTime
        var pictures = 0
        /// Whether no picture came since: then sound ends it, else a key picture does.
        var isSoundAlone: Bool
    }

    /// Media above this are shed, in bytes.
    private let limit: Int
    private var output: Deque<ChannelOutput> = []
    private var cost = 0
    private var wake = WriterWake()
    private var shed: Shed?
    /// The end of the last gap in what was handed on; older sound is dropped.
    private var soundFrom: MonotonicTime?

    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { output.isEmpty }

    /// Takes all that waits for the writer.
    mutating func takeAll() -> [ChannelOutput] {
        defer {
            output.removeAll()
            cost = 0
        }
        return Array(output)
    }

    /// Hands on, whatever it costs.
    mutating func put(_ entry: ChannelOutput) {
        output.append(entry)
        cost += entry.cost
        wake.note(entry)
    }

    /// Whether the writer is to be woken now for what waits; `true` once only.
    mutating func takeWake() -> Bool {
        wake.take()
    }

    /// Hands on, or sheds whole groups of pictures.
    mutating func hand(_ item: TimelineItem, to recording: Int) {
        guard let time = item.time else {
            // Events are small, and they are what tells of a gap.
            put(ChannelOutput(recording: recording, .item(item)))
            return
        }
        // Late sound of a gap that is over: it would stand alone in the middle of it.
        if !item.isPicture, let soundFrom, time < soundFrom { return }
        if let missing = shed {
            guard cost < limit / 2, item.isKeyPicture || missing.isSoundAlone && !item.isPicture else {
                // Sound that is only late belongs before the gap.
                if !item.isPicture, time < missing.since {
                    put(ChannelOutput(recording: recording, .item(item)))
                } else if item.isPicture {
                    shed?.pictures += 1
                    shed?.isSoundAlone = false
                }
                return
            }
            endGap(at: time, of: recording)
        } else if cost + item.cost > limit {
            shed = Shed(since: time, pictures: item.isPicture ? 1 : 0, isSoundAlone: !item.isPicture)
            return
        }
        put(ChannelOutput(recording: recording, .item(item)))
    }

    /// Writes down what has been shed up to `end`, if anything has.
    mutating func endGap(at end: MonotonicTime, of recording: Int) {
        guard let missing = shed else { return }
        shed = nil
        soundFrom = end
        put(
            ChannelOutput(
                recording: recording,
                .item(
                    .event(
                        RecordEvent(
                            .storageGap, at: missing.since, until: end, count: missing.pictures,
                            cause: "storage too slow: the memory set aside for it was full")))))
    }
}
