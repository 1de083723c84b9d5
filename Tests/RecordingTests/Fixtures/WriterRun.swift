import CameraModel
import Evidence
import Simulation
import Synchronization

@testable import Recording

/// One channel's recording, from packets to a simulated disk, with an account of what was promised on the way.
final class WriterRun: Sendable {
    /// A segment's file as far as it has been announced durable.
    struct Promise: Hashable {
        /// The name once it is finished.
        var path: String
        var bytes: [UInt8]
    }

    static let unit = "simulated"
    static let start = Media.time(100)
    static let track = Media.track("cabin", rate: 8000, framesPerPacket: 1024)

    let disk: WitnessDisk
    let clock = VirtualClock(start: start, utc: UTCTime(nanosecondsSince1970: 1_772_352_930_250_000_000))
    let remarks = Remarks()
    let folder: RecordingFolder
    private let promised = Mutex<[Promise]>([])
    private let muxing: any Muxing
    private let track: AudioTrack
    private let settings: SegmentSettings
    let items: [TimelineItem]

    /// After each announced fragment: what its file holds.
    var promises: [Promise] { promised.withLock { $0 } }

    init(
        on disk: SimulatedDisk, items: [TimelineItem] = WriterRun.media(), muxing: any Muxing = BoxMuxing(),
        settings: SegmentSettings = SegmentSettings(duration: .seconds(3), minimumFree: 0), recording: Int = 1,
        track: AudioTrack = WriterRun.track
    ) {
        self.track = track
        self.disk = WitnessDisk(disk)
        self.items = items
        self.muxing = muxing
        self.settings = settings
        folder = RecordingFolder(
            header: RecordingHeader(
                unit: Self.unit, unitKind: "body", recording: recording, boot: "boot-1", activation: clock.reading(),
                trigger: "test",
                channels: [
                    ChannelDescription(
                        channel: "front",
                        camera: CameraDescription(
                            identity: "test", device: nil, asked: "yu12", granted: nil, delivered: nil, remarks: []),
                        microphones: [])
                ]), on: self.disk, report: remarks.report)
    }

    /// Pictures of 5 fps with a key picture a second, and sound 50 ms late.
    static func media(
        seconds: Double = 6.5, pictureSize: Int = 60, soundSize: Int = 30, track: AudioTrack = WriterRun.track
    ) -> [TimelineItem] {
        var items: [TimelineItem] = []
        var block = 0
        for number in 0..<Int(seconds * 5) {
            let time = start + .milliseconds(number * 200)
            items.append(.video(Media.picture(number, at: time, isKey: number % 5 == 0, size: pictureSize)))
            while Media.blockTime(block, of: track, from: start) + .milliseconds(50) <= time {
                items.append(
                    .audio(
                        track: 0,
                        Media.sound(block, at: Media.blockTime(block, of: track, from: start), size: soundSize)))
                block += 1
            }
        }
        return items
    }

    func environment() -> WriterEnvironment {
        WriterEnvironment(
            disk: disk, muxing: muxing, clock: clock, report: remarks.report,
            fragmentWritten: { [self] _ in
                // The file that was written to last is the one that the fragment is in.
                guard let file = disk.files.last(where: { $0.path.hasSuffix(".mp4.partial") }) else { return }
                promised.withLock {
                    $0.append(
                        Promise(
                            path: String(file.path.dropLast(".partial".count)),
                            bytes: Array(file.bytes.prefix(file.synchronized))))
                }
            })
    }

    func makeWriter() -> SegmentWriter {
        SegmentWriter(
            channel: makeChannel(), microphones: [track], folder: folder, settings: settings,
            environment: environment())
    }

    /// Makes the recordings folder and writes everything; `each` is called before each item.
    func run(_ each: (Int, TimelineItem) -> Void = { _, _ in }) {
        prepareRoot()
        let channel = makeChannel()
        let folders = RecordingFolders()
        folders.insert(folder, users: 1)
        let writer = ChannelWriter(
            channel: channel, microphones: [track], folders: folders, settings: settings,
            environment: environment())
        channel.activate(recording: folder.recording, at: Self.start)
        for (index, item) in items.enumerated() {
            each(index, item)
            switch item {
            case .video(let packet):
                clock.advance(to: max(clock.now, packet.time))
                channel.accept(video: [packet])
            case .audio(let track, let packet): channel.accept(audio: [packet], track: track)
            case .event(let event): channel.accept(event)
            }
            writer.step()
        }
        channel.finish(at: clock.now + .milliseconds(200))
        writer.step()
    }

    private func makeChannel() -> Channel {
        Channel(
            name: "front",
            camera: CameraDescription(
                identity: "test", device: nil, asked: "yu12", granted: nil, delivered: nil, remarks: []),
            microphones: [
                MicrophoneDescription(
                    name: track.name, identity: "test", rate: track.parameters.format.rate, channels: 1)
            ], limits: PreEventLimits(duration: .seconds(1), bytes: 1 << 24, audio: true), wakeWriter: {})
    }

    /// As start-up does.
    func prepareRoot() {
        do {
            try disk.inner.makeDirectory(RecordingNames.root)
            try disk.inner.synchronizeDirectory("")
        } catch {
            guard error.alreadyExists else { return }
        }
    }
}

/// What a state folder holds after a recording.
struct Found {
    var files: [String: [UInt8]] = [:]
    var lines: [RecordLine] = []

    init(_ disk: SimulatedDisk) {
        for file in disk.powerCutKeepingAll().files() { files[file.path] = file.bytes }
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".jsonl") {
            lines += RecordText(bytes).lines
        }
    }

    var segments: [String] { files.keys.filter { $0.hasSuffix(".mp4") }.sorted() }

    var entries: [FragmentEntry] {
        lines.compactMap { if case .fragment(let entry) = $0 { entry } else { nil } }
    }

    var summaries: [SegmentSummary] {
        lines.compactMap { if case .segment(let summary) = $0 { summary } else { nil } }
    }

    var channelEnd: ChannelSummary? {
        lines.compactMap { if case .channelEnd(let summary) = $0 { summary } else { nil } }.last
    }

    var ends: [RecordingEnd] {
        lines.compactMap { if case .end(let end) = $0 { end } else { nil } }
    }

    /// Of fragments, and of the channel's end.
    var events: [RecordEvent] { entries.flatMap(\.events) + (channelEnd?.events ?? []) }

    /// Numbers of the pictures in all finished segments, in the order of the files.
    var pictures: [Int] {
        segments.flatMap { BoxMuxing.samples(in: files[$0] ?? []) }.filter { $0.track == 0 && $0.duration > 8000 }
            .map { Media.number($0.bytes) }
    }
}
