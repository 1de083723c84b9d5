import ALSA
import CameraModel
import DutyPolicy
import Evidence
import Foundation
import LibAV
import Platform
import Recording
import SelfTest
import Synchronization
import V4L2

/// A unit on vivid, snd-aloop and a file system of the virtual unit, run by the recorder's own feeds in real time.
///
/// As `vivid` with a single-planar webcam first, and `snd-aloop`; root may turn their controls.
final class DriverUnit {
    let cameraTap = CameraTap()
    let soundTap = SoundTap()
    private let clock = SystemClock()
    private let stop = StopFlag()
    private var threads: [NamedThread] = []

    static let mode = VideoMode(coding: .raw(.yuyv), width: 320, height: 180, rate: TestUnit.rate(5))
    /// Set by whoever runs the tests inside the virtual unit.
    static var isHere: Bool { ProcessInfo.processInfo.environment["DUTYCAM_SELFTEST"] == "1" }

    /// A thread for each piece of work, as the daemon has it.
    private struct ThreadWorker: SelfTestWorker {
        func run(name: String, _ work: @escaping @Sendable () -> Void) -> String? {
            do throws(PlatformError) {
                _ = try NamedThread(name: name, work)
                return nil
            } catch {
                return "\(error)"
            }
        }
    }

    init() throws {
        let channel = Channel(
            name: "front",
            camera: CameraDescription(
                identity: "vivid", device: nil, asked: "", granted: nil, delivered: nil, remarks: []),
            microphones: [MicrophoneDescription(name: "cabin", identity: "aloop", rate: 8000, channels: 1)],
            limits: PreEventLimits(duration: .seconds(30), bytes: 1 << 24, audio: false), wakeWriter: {})
        threads = [
            try Self.startCamera(into: channel, clock: clock, tap: cameraTap, until: stop),
            try Self.startMicrophone(into: channel, clock: clock, tap: soundTap, until: stop),
        ]
    }

    private static func startCamera(
        into channel: Channel, clock: SystemClock, tap: CameraTap, until stop: StopFlag
    ) throws -> NamedThread {
        try NamedThread(name: "cam front") {
            let feed = VideoFeed(
                camera: V4L2Camera(
                    identity: .card(name: "vivid", bus: "platform:vivid-000"), preferences: [Self.mode]),
                encoding: SelectedEncoding(encoder: X264Encoding(), passesJPEG: false), settings: TestUnit.settings,
                channel: channel, clock: clock, report: { _ in }, observer: tap)
            while !stop.isSet { feed.step(unless: { stop.isSet }) }
            feed.finish()
        }
    }

    private static func startMicrophone(
        into channel: Channel, clock: SystemClock, tap: SoundTap, until stop: StopFlag
    ) throws -> NamedThread {
        let feed = try AudioFeed(
            name: "cabin",
            microphone: ALSAMicrophone(
                device: ALSADeviceIdentity(card: "Loopback", device: 1, subdevice: 0),
                format: AudioFormat(rate: 8000, channels: 1)), bitRate: 32_000, encoding: AACEncoding(),
            correcting: SwrDriftCorrecting(), destinations: [AudioFeed.Destination(channel: channel, track: 0)],
            status: AudioStatus(), clock: clock, report: { _ in }, observer: tap)
        return try NamedThread(name: "mic cabin") {
            while !stop.isSet { feed.step(unless: { stop.isSet }) }
            feed.finish()
        }
    }

    deinit {
        stop.set()
        for thread in threads { _ = thread.join(within: .seconds(5)) }
    }

    /// Waits until pictures and sound have come for a second; not longer than ten.
    func settle() {
        let end = clock.now + .seconds(10)
        while clock.now < end, cameraTap.observation.frames < 5 || soundTap.lastSound == nil { pause(0.1) }
        pause(1)
    }

    /// Tests it.
    ///
    /// - Parameters:
    ///   - folder: Where its storage is.
    ///   - built: The time before which no clock can be.
    /// - Returns: The whole test.
    /// - Throws: When there is no such folder.
    func test(storage folder: String, built: UTCTime) throws -> SelfTestReport {
        var equipment = SelfTestEquipment()
        equipment.cameras = [.init(name: "front", tap: cameraTap, decoding: nil)]
        equipment.microphones = [.init(name: "cabin", tap: soundTap)]
        equipment.disk = try LinuxDisk(path: folder)
        equipment.bytesPerSecond = 1000
        let clock = clock
        equipment.clock = { ClockMeasure(reading: clock.reading(), built: built) }
        equipment.encoders = [
            EncoderProbe(
                name: "front", mode: Self.mode, encoding: X264Encoding(), settings: TestUnit.settings,
                muxing: FragmentedMP4Muxing(), decoding: StreamLumaDecoding(), clock: clock)
        ]
        var limits = SelfTestLimits()
        // An emulated processor loses a frame now and then, which is not the fault that is looked for.
        limits.warnGaps = 0.25
        limits.rateDeviation = 0.3
        return SelfTestRunner(clock: clock).run(
            equipment.checks(kind: .quick, limits: limits, clock: clock, worker: ThreadWorker()), kind: .quick,
            within: limits.deadline(of: .quick))
    }

    func pause(_ seconds: Double) {
        clock.wait(until: clock.now + .fractional(seconds: seconds), unless: { false })
    }
}
