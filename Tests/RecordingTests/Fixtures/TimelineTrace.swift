import CameraModel
import Evidence
import Simulation

@testable import Recording

/// One random life of a channel, and what has to be true of it afterwards.
///
/// 25 frames a second; groups of pictures of random length; a key picture that is wanted comes at once, in some
/// lives; sound up to 0.3 s late; starts, stops, a camera that goes away, and a writer that sleeps.
struct TimelineTrace {
    struct Options {
        var tracks = 2
        var preEventAudio = false
        /// A start that is repeated while the recording runs, to be without effect.
        var repeatsStarts = false
        var isWriterSlow = false
        var losesCamera = true
    }

    /// What a recording was asked to be.
    struct Asked {
        var number: Int
        var at: MonotonicTime
        var stopped: MonotonicTime?
        /// Where it ended: right before this.
        var boundary: MonotonicTime?
        /// The key picture it ended before; `nil` for the deadline or a shutdown.
        var boundaryPicture: Int?
        var endedByDeadline = false
        var endedByShutdown = false
    }

    /// A picture as it was given.
    struct Given {
        var packet: EncodedPacket
        /// The recording that media went to right after it; `nil` for the pre-event buffer.
        var recording: Int?
    }

    private(set) var asked: [Asked] = []
    private(set) var pictures: [Given] = []
    private(set) var sound: [(track: Int, packet: EncodedPacket)] = []
    private(set) var outputs: [ChannelOutput] = []
    private var itemsByRecording: [Int: [TimelineItem]] = [:]
    let options: Options
    let limits: PreEventLimits
    private var timeline: ChannelTimeline
    private var random: SeededRandom
    private var now = Media.time(100)
    private var wanted: Int?
    private var nextNumber = 1

    init(seed: UInt64, options: Options) {
        self.options = options
        limits = PreEventLimits(
            duration: .seconds(3), bytes: options.isWriterSlow ? 6000 : 1 << 20, audio: options.preEventAudio)
        timeline = ChannelTimeline(
            name: "front", limits: limits, microphones: (0..<options.tracks).map { "microphone \($0)" })
        random = SeededRandom(seed: seed)
        run()
    }

    private mutating func run() {
        let obeysWish = Int.random(in: 0..<10, using: &random) < 7
        let longestGroup = Int.random(in: 5...70, using: &random)
        var toKey = 0
        var lostFor = 0
        var lostSince = now
        var writerSleeps = 0
        let latency = (0..<options.tracks).map { _ in Int.random(in: 1...280, using: &random) }
        var nextSound = [Int](repeating: 0, count: options.tracks)
        let track = Media.track()
        let anchor = now
        for step in 0..<250 {
            now = Media.time(100 + Double(step) * 0.04)
            // The camera.
            if lostFor > 0 {
                lostFor -= 1
                if lostFor == 0 {
                    timeline.accept(RecordEvent(.pictureGap, at: lostSince, until: now, device: "front"))
                    toKey = 0
                }
            } else if options.losesCamera, Int.random(in: 0..<150, using: &random) == 0 {
                timeline.accept(RecordEvent(.pictureLost, at: now, device: "front", cause: "unplugged"))
                lostSince = now
                lostFor = Int.random(in: 1...120, using: &random)
            }
            if lostFor == 0 {
                var isKey = toKey == 0
                if obeysWish, timeline.takeKeyRequest(at: now) { isKey = true }
                toKey = isKey ? Int.random(in: 0..<longestGroup, using: &random) : max(0, toKey - 1)
                give(Media.picture(pictures.count, at: now, isKey: isKey, size: Int.random(in: 8...60, using: &random)))
            }
            // The microphones.
            for index in 0..<options.tracks {
                while Media.blockTime(nextSound[index], of: track, from: anchor) + .milliseconds(latency[index]) <= now
                {
                    let packet = Media.sound(
                        sound.count, at: Media.blockTime(nextSound[index], of: track, from: anchor))
                    nextSound[index] += 1
                    sound.append((index, packet))
                    timeline.accept(audio: packet, track: index)
                }
            }
            // The hand on it.
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<4 where wanted == nil: start()
            case 4..<9 where wanted != nil: stop()
            case 9:
                // As fast as anybody can.
                if wanted == nil { start() } else { stop() }
                if wanted == nil { start() } else { stop() }
            default: break
            }
            if options.repeatsStarts, wanted != nil, step % 3 == 0 {
                timeline.activate(recording: 9999, at: now)
            }
            change { $0.tick($1) }
            // The writer.
            if writerSleeps > 0 {
                writerSleeps -= 1
            } else {
                outputs += timeline.takeOutput()
                if options.isWriterSlow, Int.random(in: 0..<40, using: &random) == 0 {
                    writerSleeps = Int.random(in: 1...150, using: &random)
                }
            }
        }
        for index in asked.indices where asked[index].boundary == nil { asked[index].endedByShutdown = true }
        change { $0.finish(at: $1) }
        outputs += timeline.takeOutput()
        for output in outputs {
            if case .item(let item) = output.content { itemsByRecording[output.recording, default: []].append(item) }
        }
    }

    private mutating func start() {
        asked.append(Asked(number: nextNumber, at: now))
        wanted = nextNumber
        nextNumber += 1
        timeline.activate(recording: nextNumber - 1, at: now)
    }

    private mutating func stop() {
        asked[asked.count - 1].stopped = now
        wanted = nil
        timeline.deactivate(at: now)
    }

    private mutating func give(_ packet: EncodedPacket) {
        let before = timeline.current
        timeline.accept(video: packet)
        let after = timeline.current
        if let before, before != after {
            ended(before, through: after, at: packet.time, picture: Media.number(packet.bytes))
        }
        pictures.append(Given(packet: packet, recording: after))
    }

    private mutating func change(_ body: (inout ChannelTimeline, MonotonicTime) -> Void) {
        let before = timeline.current
        body(&timeline, now)
        let after = timeline.current
        if let before, before != after { ended(before, through: after, at: now, picture: nil) }
    }

    private mutating func ended(_ before: Int, through after: Int?, at boundary: MonotonicTime, picture: Int?) {
        for index in asked.indices
        where asked[index].number >= before && asked[index].number < after ?? nextNumber
            && asked[index].boundary == nil
        {
            asked[index].boundary = boundary
            asked[index].boundaryPicture = picture
            asked[index].endedByDeadline = picture == nil && !asked[index].endedByShutdown
        }
    }

    // MARK: - What came out

    func pictures(of recording: Int) -> [EncodedPacket] {
        items(of: recording).compactMap(\.picture)
    }

    func items(of recording: Int) -> [TimelineItem] {
        itemsByRecording[recording] ?? []
    }

    func delivery(of recording: Int) -> PreEventDelivery? {
        outputs.compactMap { output in
            if output.recording == recording, case .begin(let delivery) = output.content { delivery } else { nil }
        }.first
    }

    func sound(of recording: Int, track: Int) -> [EncodedPacket] {
        items(of: recording).compactMap { item in
            if case .audio(track, let packet) = item { packet } else { nil }
        }
    }

    func gaps(of recording: Int) -> [RecordEvent] {
        items(of: recording).compactMap(\.event).filter { $0.kind == .storageGap }
    }
}
