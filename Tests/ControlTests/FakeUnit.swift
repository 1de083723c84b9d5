import CameraModel
import Control
import DutyPolicy

/// A unit that records nothing, and counts.
actor FakeUnit: UnitControl {
    private(set) var started = 0
    private(set) var notes: [String?] = []
    private var recording: RecordingReference?
    private let refusal: ControlRefusal?

    init(refusing refusal: ControlRefusal? = nil) {
        self.refusal = refusal
    }

    func status() -> UnitStatus {
        let microphone = MicrophoneStatus(
            name: "chest", device: "simulated", state: "capturing", level: -23.5, driftPartsPerMillion: .nan, gaps: 1,
            gapSeconds: 0.25)
        let channel = ChannelStatus(
            name: "front", device: "simulated", state: "capturing", asked: "yuyv 640x360 at 30 fps",
            granted: "yuyv 640x360 at 15 fps", askedRate: 30, grantedRate: 15, deliveredRate: 14.9, width: 640,
            height: 360, frames: 1234, lost: 3, damaged: 2, preEventSeconds: 60.2, segments: 1,
            microphones: [microphone])
        let reading = ClockReading(
            monotonic: MonotonicTime(nanoseconds: 1), boottime: 2, utc: time, source: .synchronised,
            uncertainty: 2_500_000)
        return UnitStatus(
            unit: "test", state: recording == nil ? .ready : .recording, recording: recording, channels: [channel],
            storage: StorageStatus(freeBytes: 5 << 30, minimumFreeBytes: 64 << 20), clock: ClockStatus(reading),
            problems: ["30 fps asked, 15 delivered"])
    }

    func start(note: String?) throws(ControlRefusal) -> StartedRecording {
        if let refusal { throw refusal }
        if let recording { return StartedRecording(recording: recording, isNew: false) }
        started += 1
        notes.append(note)
        let new = RecordingReference(number: started, name: "2026-07-01-\(started)", since: time)
        recording = new
        return StartedRecording(recording: new, isNew: true)
    }

    func stop() throws(ControlRefusal) -> RecordingReference {
        guard let stopped = recording else { throw .notRecording }
        recording = nil
        return stopped
    }

    private(set) var commands: [DutyCommand] = []

    func duty(_ command: DutyCommand) throws(ControlRefusal) -> DutyReply {
        if let refusal { throw refusal }
        commands.append(command)
        return DutyReply(state: .reason, code: nil, recording: 1, effects: ["prompt:state-reason"], isDurable: true)
    }

    private let time = UTCTime(nanosecondsSince1970: 1_782_892_800_000_000_000)
}
