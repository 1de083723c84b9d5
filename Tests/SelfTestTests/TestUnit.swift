import CameraModel
import DutyPolicy
import Evidence
import LibAV
import Recording
import SelfTest
import Simulation

/// A unit with one simulated camera and one microphone on a virtual clock, run by the recorder's own feeds, with a
/// self-test beside it.
final class TestUnit {
    let clock = VirtualClock(utc: UTCTime(nanosecondsSince1970: 1_782_864_000_000_000_000))
    let disk: ScriptedDisk
    let cameraTap = CameraTap()
    let soundTap = SoundTap()
    let channel: Channel
    private let video: VideoFeed
    private let audio: AudioFeed

    static let mode = VideoMode(
        coding: .raw(.yuyv), width: 160, height: 96, rate: rate(15))
    static func rate(_ frames: UInt32) -> FrameRate {
        guard let rate = FrameRate(frames: frames, seconds: 1) else { preconditionFailure("a rate of zero") }
        return rate
    }

    static let format = AudioFormat(rate: 8000, channels: 1)
    static let settings = VideoEncoderSettings(
        preset: "ultrafast", bitRate: 200_000, width: nil, height: nil, keyInterval: .seconds(1))

    /// The limits by themselves, with less to write.
    static let limits: SelfTestLimits = {
        var limits = SelfTestLimits()
        limits.writeSize = 1 << 18
        return limits
    }()

    init(
        camera: [DeviceScript<CameraFault>.Entry] = [], microphone: [DeviceScript<MicrophoneFault>.Entry] = [],
        coding: VideoCoding = .raw(.yuyv)
    ) throws {
        let time = SimulatedTime(virtual: clock)
        disk = ScriptedDisk(SimulatedDisk(), clock: clock)
        channel = Channel(
            name: "front",
            camera: CameraDescription(
                identity: "test", device: nil, asked: "", granted: nil, delivered: nil, remarks: []),
            microphones: [
                MicrophoneDescription(
                    name: "chest", identity: "test", rate: Self.format.rate, channels: Self.format.channels)
            ],
            limits: PreEventLimits(duration: .seconds(30), bytes: 1 << 24, audio: false), wakeWriter: {})
        var mode = Self.mode
        mode.coding = coding
        video = VideoFeed(
            camera: SimulatedCamera(
                name: "front", preferences: [mode], time: time, script: DeviceScript(camera),
                encodings: [.h264: X264Encoding(threads: 1), .mjpeg: MJPEGEncoding()]),
            encoding: SelectedEncoding(encoder: X264Encoding(threads: 1), passesJPEG: true), settings: Self.settings,
            channel: channel, clock: clock, report: { _ in }, observer: cameraTap)
        audio = try AudioFeed(
            name: "chest",
            microphone: SimulatedMicrophone(
                name: "chest", format: Self.format, time: time, script: DeviceScript(microphone)),
            bitRate: 32_000, encoding: AACEncoding(), correcting: SwrDriftCorrecting(),
            destinations: [AudioFeed.Destination(channel: channel, track: 0)], status: AudioStatus(), clock: clock,
            report: { _ in }, observer: soundTap)
    }

    /// Everything that the unit has.
    var equipment: SelfTestEquipment {
        var equipment = SelfTestEquipment()
        equipment.cameras = [.init(name: "front", tap: cameraTap, decoding: StreamLumaDecoding())]
        equipment.microphones = [.init(name: "chest", tap: soundTap)]
        equipment.disk = disk
        equipment.bytesPerSecond = 30_000
        let clock = clock
        let built = UTCTime(nanosecondsSince1970: 1_780_000_000_000_000_000)
        equipment.clock = { ClockMeasure(reading: clock.reading(), built: built) }
        return equipment
    }

    /// Runs cameras and microphones until `end`, and `step` whenever `next` is due.
    func run(until end: MonotonicTime, next: () -> MonotonicTime?, step: () -> Void) {
        while clock.now < end {
            guard let due = next() else { return }
            let times = [due, video.nextEvent ?? clock.now, audio.nextEvent ?? clock.now].map { max(clock.now, $0) }
            if times[1] < times[0], times[1] <= times[2] {
                video.step(unless: { false })
            } else if times[2] < times[0] {
                audio.step(unless: { false })
            } else {
                clock.wait(until: due, unless: { false })
                step()
            }
        }
    }

    /// Lets `seconds` pass.
    func run(seconds: Double) {
        let end = clock.now + .fractional(seconds: seconds)
        run(until: end, next: { end }, step: {})
    }

    /// Tests the unit beside its running feeds.
    func test(
        _ equipment: SelfTestEquipment, kind: SelfTestKind = .quick, limits: SelfTestLimits = TestUnit.limits,
        worker: any SelfTestWorker = InlineWorker()
    ) -> SelfTestReport? {
        var run = SelfTestRun(
            equipment.checks(kind: kind, limits: limits, clock: clock, worker: worker), kind: kind,
            within: limits.deadline(of: kind), started: clock.reading())
        self.run(until: clock.now + .seconds(200), next: { run.nextEvent }, step: { run.step(at: clock.now) })
        return run.report
    }
}
