import CameraModel
import Evidence
import Recording
import Simulation
import Testing

@Suite struct PreEventRingTests {
    private static let limits = PreEventLimits(duration: .seconds(10), bytes: 1 << 20, audio: true)

    /// Pictures of 25 fps from 0, a key picture every second.
    private func filled(_ limits: PreEventLimits = Self.limits, seconds: Double, size: Int = 40) -> PreEventRing {
        var ring = PreEventRing(limits: limits)
        for number in 0...Int(seconds * 25) {
            ring.append(
                .video(
                    Media.picture(number, at: Media.time(Double(number) / 25), isKey: number % 25 == 0, size: size)))
        }
        return ring
    }

    @Test func `what it holds starts with a key picture`() {
        var ring = filled(seconds: 33.4)
        let (items, start, _) = ring.take(leaving: .previousRecording)
        #expect(items.first?.picture?.isKey == true)
        #expect(items.first?.picture?.time == start)
    }

    @Test func `pictures before the first key picture are not held`() {
        var ring = PreEventRing(limits: Self.limits)
        ring.append(.video(Media.picture(0, at: Media.time(0), isKey: false)))
        ring.append(.audio(track: 0, Media.sound(0, at: Media.time(0))))
        ring.append(.event(RecordEvent(.note, at: Media.time(0))))
        #expect(ring.take(leaving: .previousRecording).items.isEmpty)
    }

    @Test(arguments: [10.0, 10.5, 11, 33.4, 59.96])
    func `it holds the duration wanted and less than one group more`(seconds: Double) {
        let ring = filled(seconds: seconds)
        #expect(ring.held >= .seconds(10))
        #expect(ring.held < .seconds(11))
    }

    @Test func `the byte limit gives up whole groups and is said`() {
        var limits = Self.limits
        limits.bytes = 25 * 1096 * 4
        var ring = filled(limits, seconds: 30, size: 1000)
        #expect(ring.cost <= limits.bytes)
        #expect(ring.held >= .seconds(2))
        let (items, _, shortfall) = ring.take(leaving: .previousRecording)
        #expect(items.first?.picture?.isKey == true)
        #expect(shortfall == .byteLimit)
    }

    @Test func `one group above the byte limit is given up, and the next is held`() {
        var limits = Self.limits
        limits.bytes = 4000
        var ring = PreEventRing(limits: limits)
        for number in 0..<50 {
            ring.append(
                .video(
                    Media.picture(
                        number, at: Media.time(Double(number) / 25), isKey: number % 25 == 0,
                        size: number < 25 ? 1000 : 8)))
        }
        let (items, _, shortfall) = ring.take(leaving: .previousRecording)
        #expect(items.first.flatMap(\.picture).map { Media.number($0.bytes) } == 25)
        #expect(items.count == 25)
        #expect(shortfall == .byteLimit)
    }

    @Test func `taking leaves nothing, and the reason`() {
        var ring = filled(seconds: 20)
        #expect(!ring.take(leaving: .previousRecording).items.isEmpty)
        #expect(ring.cost == 0)
        #expect(ring.held == .zero)
        let (items, start, shortfall) = ring.take(leaving: .cameraStarted)
        #expect(items.isEmpty)
        #expect(start == nil)
        #expect(shortfall == .previousRecording)
    }

    @Test func `an empty buffer says that there was no picture, a young one that the camera had just started`() {
        var empty = PreEventRing(limits: Self.limits)
        #expect(empty.take(leaving: .previousRecording).shortfall == .noPicture)
        var young = filled(seconds: 3)
        #expect(young.take(leaving: .previousRecording).shortfall == .cameraStarted)
    }

    @Test func `sound from before the first picture held is left out`() {
        var ring = PreEventRing(limits: Self.limits)
        ring.append(.video(Media.picture(0, at: Media.time(1), isKey: true)))
        ring.append(.audio(track: 0, Media.sound(0, at: Media.time(0.9))))
        ring.append(.audio(track: 0, Media.sound(1, at: Media.time(1))))
        let sound = ring.take(leaving: .previousRecording).items.compactMap(\.sound)
        #expect(sound.map { Media.number($0.bytes) } == [1])
    }

    @Test func `what is older than the duration goes although no picture comes`() {
        var ring = filled(seconds: 12)
        ring.expire(at: Media.time(20))
        // The group of 10 s to 11 s still reaches into the last ten seconds.
        #expect(ring.take(leaving: .previousRecording).start == Media.time(10))
        ring = filled(seconds: 12)
        ring.expire(at: Media.time(22.5))
        let (items, start, shortfall) = ring.take(leaving: .previousRecording)
        #expect(items.isEmpty)
        #expect(start == nil)
        #expect(shortfall == .noPicture)
        #expect(ring.cost == 0)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `any trace leaves what a plain list of groups would`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let limits = PreEventLimits(
            duration: .milliseconds(Int.random(in: 1...4000, using: &random)),
            bytes: Int.random(in: 500...40_000, using: &random), audio: true)
        var ring = PreEventRing(limits: limits)
        var naive = NaiveRing(limits: limits)
        var now = 0.0
        for number in 0..<300 {
            now += Double.random(in: 0.001...0.2, using: &random)
            let size = Int.random(in: 8...600, using: &random)
            let item: TimelineItem =
                switch Int.random(in: 0..<10, using: &random) {
                case 0: .event(RecordEvent(.note, at: Media.time(now)))
                case 1...3: .audio(track: 0, Media.sound(number, at: Media.time(now - 0.05), size: size))
                default:
                    .video(
                        Media.picture(
                            number, at: Media.time(now), isKey: Int.random(in: 0..<8, using: &random) == 0, size: size))
                }
            ring.append(item)
            naive.append(item)
            #expect(ring.cost == naive.cost)
            #expect(ring.held == naive.held)
        }
        #expect(ring.take(leaving: .previousRecording).items == naive.items)
    }
}

/// The pre-event buffer as one would write it without a thought for speed.
private struct NaiveRing {
    let limits: PreEventLimits
    private var groups: [[TimelineItem]] = []

    init(limits: PreEventLimits) {
        self.limits = limits
    }

    var cost: Int { groups.joined().reduce(0) { $0 + price($1) } }
    var held: Duration {
        guard let first = groups.first?.first?.picture, let last = groups.joined().compactMap(\.picture).last else {
            return .zero
        }
        return last.time - first.time
    }
    var items: [TimelineItem] {
        guard let start = groups.first?.first?.picture?.time else { return [] }
        return groups.joined().filter { $0.sound.map { $0.time >= start } ?? true }
    }

    mutating func append(_ item: TimelineItem) {
        if item.picture?.isKey == true {
            groups.append([item])
        } else if !groups.isEmpty {
            groups[groups.count - 1].append(item)
        }
        while groups.count > 1, rest >= limits.duration || cost > limits.bytes { groups.removeFirst() }
        if cost > limits.bytes { groups = [] }
    }

    /// How long what is behind the first group lasts.
    private var rest: Duration {
        guard let second = groups.dropFirst().first?.first?.picture,
            let last = groups.joined().compactMap(\.picture).last
        else { return .zero }
        return last.time - second.time
    }

    private func price(_ item: TimelineItem) -> Int {
        switch item {
        case .video(let packet), .audio(_, let packet): packet.bytes.count + 96
        case .event: 256
        }
    }
}
