import CameraModel
import Evidence
import Recording
import Simulation

/// One random recording as it comes to the assembler, and what came out.
struct AssemblerTrace {
    struct Options {
        var tracks: [AudioTrack] = [Media.track("cabin"), Media.track("radio", rate: 44_100, framesPerPacket: 1024)]
        var seconds = 20
        var losesCamera = true
        var changesParameters = true
        var losesStorage = false
        /// Largest lateness of sound, in milliseconds.
        var latency = 280
    }

    let options: Options
    private(set) var pictures: [EncodedPacket] = []
    /// Pictures that a key picture came before.
    private(set) var decodable: [Int] = []
    private(set) var sound: [[EncodedPacket]]
    private(set) var steps: [AssemblerStep] = []
    /// When the camera was away.
    private(set) var absences: [(from: MonotonicTime, to: MonotonicTime)] = []

    init(seed: UInt64, options: Options = Options(), segmentDuration: Duration = .seconds(4)) {
        self.options = options
        sound = options.tracks.map { _ in [] }
        run(seed: seed, segmentDuration: segmentDuration)
    }

    private mutating func run(seed: UInt64, segmentDuration: Duration) {
        var random = SeededRandom(seed: seed)
        var assembler = FragmentAssembler(segmentDuration: segmentDuration, audio: options.tracks)
        let anchor = Media.time(1000) + .nanoseconds(Int64.random(in: 0..<1_000_000_000, using: &random))
        let interval = Duration.nanoseconds([33_366_667, 40_000_000, 66_666_667].randomElement(using: &random) ?? 1)
        let perGroup = Int((1.0 / interval.seconds).rounded())
        let latency = options.tracks.map { _ in Int.random(in: 1...max(1, options.latency), using: &random) }
        var nextBlock = [Int](repeating: 0, count: options.tracks.count)
        var parameters = Media.video
        var sinceKey = Int.max
        var awayFor = 0
        var lostAt = anchor
        var isCut = true
        var storageAwayFor = 0
        var storageLostAt = anchor
        let steps = Int(Double(options.seconds) / interval.seconds)
        for step in 0..<steps {
            let jitter = Duration.nanoseconds(Int64.random(in: 0...2_000_000, using: &random))
            let now = anchor + interval * step + jitter
            if awayFor > 0 {
                awayFor -= 1
                if awayFor == 0 {
                    self.steps += assembler.take(.event(RecordEvent(.pictureGap, at: lostAt, until: now)))
                    absences.append((lostAt, now))
                    sinceKey = .max
                }
            } else if options.losesCamera, Int.random(in: 0..<200, using: &random) == 0 {
                self.steps += assembler.take(.event(RecordEvent(.pictureLost, at: now, cause: "unplugged")))
                lostAt = now
                awayFor = Int.random(in: 1...200, using: &random)
                isCut = true
            }
            if storageAwayFor > 0 {
                storageAwayFor -= 1
            } else if options.losesStorage, Int.random(in: 0..<150, using: &random) == 0 {
                storageAwayFor = Int.random(in: 1...100, using: &random)
                storageLostAt = now
            }
            if awayFor == 0 {
                let isDue = sinceKey >= perGroup || Int.random(in: 0..<100, using: &random) == 0
                if isDue, options.changesParameters, Int.random(in: 0..<12, using: &random) == 0 {
                    parameters.width += 2
                }
                sinceKey = isDue ? 1 : sinceKey + 1
                if storageAwayFor == 0 {
                    if storageLostAt > anchor, isDue {
                        self.steps += assembler.take(
                            .event(RecordEvent(.storageGap, at: storageLostAt, until: now, cause: "slow")))
                        for track in options.tracks.indices {
                            while Media.blockTime(nextBlock[track], of: options.tracks[track], from: anchor) < now {
                                nextBlock[track] += 1
                            }
                        }
                        storageLostAt = anchor
                        isCut = true
                    }
                    if storageLostAt == anchor {
                        let packet = Media.picture(pictures.count, at: now, isKey: isDue, parameters: parameters)
                        if isDue { isCut = false }
                        if !isCut { decodable.append(pictures.count) }
                        pictures.append(packet)
                        self.steps += assembler.take(.video(packet))
                    }
                }
            }
            guard storageLostAt == anchor else { continue }
            for track in options.tracks.indices {
                while true {
                    let time = Media.blockTime(nextBlock[track], of: options.tracks[track], from: anchor)
                    guard time + .milliseconds(latency[track]) <= now else { break }
                    let packet = Media.sound(sound[track].count, at: time)
                    nextBlock[track] += 1
                    sound[track].append(packet)
                    self.steps += assembler.take(.audio(track: track, packet))
                }
            }
        }
        self.steps += assembler.close()
    }

    // MARK: - What came out

    var fragments: [AssembledFragment] {
        steps.compactMap { if case .fragment(let fragment) = $0 { fragment } else { nil } }
    }

    var events: [RecordEvent] {
        steps.flatMap { step -> [RecordEvent] in
            switch step {
            case .fragment(let fragment): fragment.events
            case .remaining(let events): events
            case .finish: []
            }
        }
    }

    /// Samples of one segment's track, in the order of its fragments; `nil` for the picture.
    func samples(of microphone: Int?, segment: Int? = nil) -> [(fragment: AssembledFragment, sample: MuxerSample)] {
        fragments.filter { segment == nil || $0.segment == segment }.flatMap { fragment in
            let hasVideo = fragment.tracks.count > options.tracks.count
            let track = microphone.map { $0 + (hasVideo ? 1 : 0) } ?? (hasVideo ? 0 : -1)
            return fragment.samples.filter { $0.track == track }.map { (fragment, $0) }
        }
    }

    var segments: [Int] { Array(Set(fragments.map(\.segment))).sorted() }
}
