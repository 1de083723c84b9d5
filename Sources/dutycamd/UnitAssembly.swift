import CameraModel
import DutyPolicy
import Evidence
import LibAV
import Logging
import OnDuty
import Platform
import Recording
import Simulation
import UnitFiles

/// A unit put together from its file: real or simulated devices, channels, recorder, disk.
///
/// The composition root: the only place that sees drivers and Simulation.
struct UnitAssembly {
    let unit: UnitConfiguration
    let scenario: ScenarioConfiguration?
    let folder: StateFolder
    let logger: Logger
    let clock: any UnitClock
    let virtualClock: VirtualClock?
    let devices: UnitDevices
    let disk: ScriptedDisk
    let channels: [Channel]
    let audioStatus: [String: AudioStatus]
    let folders = RecordingFolders()
    let recorder: Recorder
    let dutyRoom: DutyRoom
    let report: Report
    /// Woken when a channel has something to write.
    let writerSignals: [ThreadSignal]

    /// Recovers what the last run left open, looks at every device once, and puts everything together.
    init(
        unit: UnitConfiguration, policy: AgencyPolicy, scenario: ScenarioConfiguration?, folder: StateFolder,
        logger: Logger
    ) throws(StartFailure) {
        self.unit = unit
        self.scenario = scenario
        self.folder = folder
        self.logger = logger
        virtualClock = scenario.flatMap { $0.clock == .virtual ? VirtualClock(utc: $0.starts) : nil }
        let clock: any UnitClock = virtualClock ?? SystemClock()
        self.clock = clock
        let report = Self.makeReport(logger: logger, virtual: virtualClock)
        self.report = report
        let disk = try StartFailure.mapping { () throws(DiskError) in
            ScriptedDisk(try LinuxDisk(path: folder.path), clock: clock)
        }
        self.disk = disk
        let boot = BootIdentity().id
        let account = try Self.recover(unit: unit, disk: disk, boot: boot, path: folder.path, report: report)
        let time = virtualClock.map { SimulatedTime(virtual: $0) } ?? SimulatedTime(real: clock, start: clock.now)
        let devices = try UnitDevices(unit: unit, scenario: scenario, time: time)
        self.devices = devices
        try devices.inspect()

        var signals: [ThreadSignal] = []
        var channels: [Channel] = []
        for camera in unit.cameras {
            let signal = ThreadSignal()
            signals.append(signal)
            channels.append(
                Channel(
                    name: camera.name,
                    camera: CameraDescription(
                        identity: devices.camera(camera.name).identity, device: nil,
                        asked: camera.modes.map(\.description).joined(separator: ", or "), granted: nil,
                        delivered: nil, remarks: []),
                    microphones: camera.microphones.map { name in
                        let microphone = devices.microphone(name)
                        return MicrophoneDescription(
                            name: name, identity: microphone.identity, rate: microphone.format.rate,
                            channels: microphone.format.channels)
                    },
                    limits: PreEventLimits(
                        duration: unit.preEvent.duration, bytes: unit.preEvent.bytes, audio: unit.preEvent.audio),
                    wakeWriter: { signal.wake() }))
        }
        writerSignals = signals
        self.channels = channels
        audioStatus = Dictionary(uniqueKeysWithValues: unit.microphones.map { ($0.name, AudioStatus()) })
        recorder = Recorder(
            unit: unit.unit, unitKind: unit.kind.rawValue, boot: boot, channels: channels, folders: folders,
            disk: disk, clock: clock, highestNumber: account, report: report)
        dutyRoom = try DutyRoom(
            unit: unit, policy: policy, recorder: recorder, disk: disk, boot: boot, clock: clock, report: report)
    }

    var duty: Duty { dutyRoom.duty }

    /// Ends and begins what time brings, and tells the duty what the devices do.
    func tick(_ now: MonotonicTime) {
        recorder.tick(now)
        dutyRoom.tick(
            now,
            DeviceWatch.Sight(
                cameras: channels.map { $0.tally.cameraProblem == nil },
                microphones: audioStatus.values.map { $0.value.problem == nil },
                storage: channels.contains { $0.tally.storageProblem != nil } ? .storageError : nil))
    }

    /// Remarks go to the log; on a virtual clock with the scenario's time, since the log's own means nothing then.
    private static func makeReport(logger: Logger, virtual: VirtualClock?) -> Report {
        { remark in
            let prefix = virtual.map { "[\(($0.now - $0.start).nanoseconds / 1_000_000) ms] " } ?? ""
            switch remark.level {
            case .info: logger.info("\(prefix)\(remark.text)")
            case .warning: logger.warning("\(prefix)\(remark.text)")
            case .error: logger.error("\(prefix)\(remark.text)")
            }
        }
    }

    /// - Returns: The highest recording number used so far.
    private static func recover(
        unit: UnitConfiguration, disk: any Disk, boot: String, path: String, report: @escaping Report
    ) throws(StartFailure) -> Int {
        try StartFailure.mapping { () throws(DiskError) in
            let account = try Recovery(disk: disk, unit: unit.unit, boot: boot, report: report).run()
            let free = try disk.freeBytes()
            guard free > Int64(unit.storage.minimumFree) else {
                throw DiskError(errno: 28, call: "start with \(free) bytes free", path: path)
            }
            return max(account.highestNumber, try RecordingCounter(disk: disk).read())
        }
    }

    // MARK: - Parts that belong to one thread each

    func makeVideoFeed(_ camera: CameraConfiguration, channel: Channel) -> VideoFeed {
        VideoFeed(
            camera: devices.camera(camera.name),
            encoding: SelectedEncoding(encoder: X264Encoding(), passesJPEG: camera.passesJPEG),
            settings: camera.encoder, channel: channel, clock: clock, report: report)
    }

    func makeAudioFeed(_ microphone: MicrophoneConfiguration) throws(StartFailure) -> AudioFeed {
        var destinations: [AudioFeed.Destination] = []
        for (camera, channel) in zip(unit.cameras, channels) {
            for (track, name) in camera.microphones.enumerated() where name == microphone.name {
                destinations.append(AudioFeed.Destination(channel: channel, track: track))
            }
        }
        do throws(EncodingError) {
            return try AudioFeed(
                name: microphone.name, microphone: devices.microphone(microphone.name), bitRate: microphone.bitRate,
                encoding: AACEncoding(), correcting: SwrDriftCorrecting(), destinations: destinations,
                status: audioStatus[microphone.name] ?? AudioStatus(), mute: dutyRoom.mute, clock: clock, report: report
            )
        } catch {
            throw .device("microphone \(microphone.name): \(error)")
        }
    }

    func makeWriter(_ camera: CameraConfiguration, channel: Channel) throws(StartFailure) -> ChannelWriter {
        var tracks: [AudioTrack] = []
        for name in camera.microphones {
            guard let microphone = unit.microphones.first(where: { $0.name == name }) else { continue }
            do throws(EncodingError) {
                // What the files say of the sound is known only to an encoder.
                let encoder = try AACEncoding().makeEncoder(
                    for: microphone.format, bitRate: microphone.bitRate, anchor: clock.now)
                tracks.append(AudioTrack(name: name, parameters: encoder.parameters))
            } catch {
                throw .device("microphone \(name): \(error)")
            }
        }
        return ChannelWriter(
            channel: channel, microphones: tracks, folders: folders,
            settings: SegmentSettings(
                duration: unit.segments.duration, minimumFree: Int64(unit.storage.minimumFree)),
            environment: WriterEnvironment(
                disk: disk, muxing: FragmentedMP4Muxing(), clock: clock, report: report))
    }
}
