package import CameraModel
import DequeModule
package import Evidence

/// The last seconds before an activation, as whole groups of pictures, after the encoders.
///
/// A value without clock or I/O. It starts with a key picture, always, and gives up the oldest group when the rest
/// still holds the time wanted, or when the bytes run out.
package struct PreEventRing: Sendable {
    private let limits: PreEventLimits
    private var items: Deque<TimelineItem> = []
    /// Time of each key picture held, oldest first.
    private var keys: Deque<MonotonicTime> = []
    private var newest: MonotonicTime?
    private var shortfall: PreEventDelivery.Shortfall = .noPicture
    /// What the items cost, in bytes.
    package private(set) var cost = 0

    package init(limits: PreEventLimits) {
        self.limits = limits
    }

    /// How long what is held lasts, from its first picture to its last.
    package var held: Duration {
        guard let first = keys.first, let newest else { return .zero }
        return newest - first
    }

    /// Takes the next item.
    package mutating func append(_ item: TimelineItem) {
        switch item {
        case .video(let packet):
            if packet.isKey {
                if keys.isEmpty, shortfall == .noPicture { shortfall = .cameraStarted }
                keys.append(packet.time)
            }
            guard !keys.isEmpty else { return }
            newest = packet.time
        case .audio, .event:
            guard !keys.isEmpty else { return }
        }
        items.append(item)
        cost += item.cost
        evict()
    }

    /// Gives up the groups that end before the wanted duration begins, counted back from `now`.
    ///
    /// New pictures push out old ones; this does so while none come.
    package mutating func expire(at now: MonotonicTime) {
        let begin = now - limits.duration
        while keys.count >= 2, keys[1] <= begin { dropOldestGroup() }
        if let newest, newest < begin { clear(leaving: .noPicture) }
    }

    /// Gives up all that is held, and starts again behind `reason`.
    ///
    /// - Returns: The items, the first of them a key picture; sound older than that picture is left out.
    package mutating func take(
        leaving reason: PreEventDelivery.Shortfall
    ) -> (items: [TimelineItem], start: MonotonicTime?, shortfall: PreEventDelivery.Shortfall) {
        let start = keys.first
        let taken = items.filter {
            if case .audio(_, let packet) = $0, let start { packet.time >= start } else { true }
        }
        let result = (Array(taken), start, shortfall)
        clear(leaving: reason)
        return result
    }

    /// Gives up all that is held, and starts again behind `reason`.
    package mutating func clear(leaving reason: PreEventDelivery.Shortfall) {
        items.removeAll()
        keys.removeAll()
        cost = 0
        newest = nil
        shortfall = reason
    }

    private mutating func evict() {
        while keys.count >= 2, let newest {
            let enough = newest - keys[1] >= limits.duration
            guard enough || cost > limits.bytes else { return }
            if !enough { shortfall = .byteLimit }
            dropOldestGroup()
        }
        // A single group above the limit: start again with the next key picture.
        if cost > limits.bytes { clear(leaving: .byteLimit) }
    }

    private mutating func dropOldestGroup() {
        keys.removeFirst()
        var isFirst = true
        while let item = items.first {
            if case .video(let packet) = item, packet.isKey, !isFirst { return }
            isFirst = false
            cost -= item.cost
            items.removeFirst()
        }
    }
}

/// How much the pre-event buffer holds, from the unit file.
package struct PreEventLimits: Hashable, Sendable {
    package var duration: Duration
    package var bytes: Int
    /// Whether the sound before an activation is kept.
    ///
    /// The policy leaves the choice to the agency; off by default.
    package var audio: Bool

    package init(duration: Duration, bytes: Int, audio: Bool) {
        self.duration = duration
        self.bytes = bytes
        self.audio = audio
    }
}
