import ArgumentParser
import CameraModel
import Evidence
import LibAV
import Platform
import Recording

/// The daemon's path from a coded picture to the disk, and nothing else.
///
/// The same parts on the same threads as in `dutycamd`, with a clip for a camera: what it costs is the cost of copying,
/// pre-event buffer, container, checksums and durable writes.
@main
struct WritePath: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "WritePath", abstract: "Records a clip in real time, as a camera that codes by itself.",
        discussion: "Part of Tests/benchmark, which measures it from outside.")

    @Argument(help: "An H.264 byte stream with access unit delimiters.")
    var clip: String

    @Argument(help: "The state folder, which exists.")
    var state: String

    @Option(help: "In pixels.")
    var width = 1920

    @Option(help: "In pixels.")
    var height = 1080

    @Option(help: "Pictures a second.")
    var rate: UInt32 = 30

    @Option(help: "How long to record.")
    var seconds: Int

    func run() throws {
        guard let rate = FrameRate(frames: rate, seconds: 1) else { throw ValidationError("a rate is above zero") }
        let clock = SystemClock()
        let mode = VideoMode(coding: .h264, width: width, height: height, rate: rate)
        let camera = try ClipCamera(contentsOf: clip, mode: mode, clock: clock)
        let disk = try LinuxDisk(path: state)
        let report: Report = { remark in if remark.level != .info { print(remark.text) } }
        let signal = ThreadSignal()
        let channel = Channel(
            name: "front",
            camera: CameraDescription(
                identity: camera.identity, device: nil, asked: "\(mode)", granted: nil, delivered: nil, remarks: []),
            microphones: [], limits: PreEventLimits(duration: .seconds(60), bytes: 64 << 20, audio: false),
            wakeWriter: { signal.wake() })
        let folders = RecordingFolders()
        let recorder = Recorder(
            unit: "clip", unitKind: "body", boot: BootIdentity().id, channels: [channel], folders: folders, disk: disk,
            clock: clock,
            highestNumber: try Recovery(disk: disk, unit: "clip", boot: "", report: report)
                .run().highestNumber, report: report)

        let capture = StopFlag()
        let writing = StopFlag()
        let writer = ChannelWriter(
            channel: channel, microphones: [], folders: folders,
            settings: SegmentSettings(duration: .seconds(60), minimumFree: 64 << 20),
            environment: WriterEnvironment(disk: disk, muxing: FragmentedMP4Muxing(), clock: clock, report: report))
        let writerThread = try NamedThread(name: "write front") {
            while !writing.isSet {
                if !writer.step() { signal.wait(atMost: .milliseconds(500)) }
            }
            writer.step()
        }
        let feed = VideoFeed(
            camera: camera, encoding: SelectedEncoding(encoder: X264Encoding(), passesJPEG: true),
            settings: VideoEncoderSettings(
                preset: "superfast", bitRate: 8_000_000, width: nil, height: nil, keyInterval: .seconds(1)),
            channel: channel, clock: clock, report: report)
        let cameraThread = try NamedThread(name: "cam front") {
            while !capture.isSet { feed.step(unless: { capture.isSet }) }
            feed.finish()
        }
        _ = recorder.start(trigger: "benchmark", at: clock.now)
        let end = clock.now + .seconds(seconds)
        while clock.now < end {
            clock.wait(until: min(end, clock.now + .milliseconds(100)), unless: { false })
            recorder.tick(clock.now)
        }
        capture.set()
        cameraThread.join()
        recorder.finish(at: clock.now)
        writing.set()
        signal.wake()
        writerThread.join()
    }
}
