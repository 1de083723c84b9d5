import CameraModel
import Control
import DutyPolicy
import Evidence
import Glibc
import OnDuty
import Recording
import Simulation
import UnitFiles

/// The unit as the control API sees it.
struct DaemonControl: UnitControl {
    let assembly: UnitAssembly

    func start(note: String?) async throws(ControlRefusal) -> StartedRecording {
        let isNew = assembly.recorder.current == nil
        let origin = DutyOrigin("command", statement: note)
        _ = await assembly.duty.perform(.start(StartRequest(.remote)), from: origin)
        guard let recording = assembly.recorder.current else {
            throw .notNow(reason: "the unit is shutting down", remedy: "start dutycamd again")
        }
        return StartedRecording(recording: reference(recording), isNew: isNew)
    }

    /// A command that comes without a reason says that the interaction has concluded (clause D.2.c(2)).
    func stop() async throws(ControlRefusal) -> RecordingReference {
        guard let recording = assembly.recorder.current else { throw .notRecording }
        let origin = DutyOrigin("command")
        _ = await assembly.duty.perform(.reason(ReasonStatement(.concluded)), from: origin)
        let answer = await assembly.duty.perform(.confirm, from: origin)
        if assembly.recorder.current?.number == recording.number {
            throw .notNow(
                reason: "the recording goes on: \(answer.effects.map(\.name).joined(separator: ", "))",
                remedy: "ask again within the reason window")
        }
        return reference(recording)
    }

    func duty(_ command: DutyCommand) async throws(ControlRefusal) -> DutyReply {
        let answer: DutyAnswer
        do throws(DutyCommandError) {
            answer = await assembly.duty.perform(command: command, input: try command.input(), from: "command")
        } catch {
            throw .unusable(reason: "\(error.field): \(error.problem)", remedy: error.remedy)
        }
        if let refusal = answer.refusal {
            throw .notNow(
                reason: "the unit is at \(answer.standing.state.rawValue): \(refusal.rawValue)",
                remedy: "see dutycam status")
        }
        return DutyReply(
            state: answer.standing.state, code: answer.standing.code, recording: answer.recording,
            effects: answer.effects.map(\.name), isDurable: answer.isDurable)
    }

    func status() async -> UnitStatus {
        let current = assembly.recorder.current
        let channels = zip(assembly.unit.cameras, assembly.channels).map { status(of: $0, $1) }
        var free: Int64?
        var problems: [String] = []
        do throws(DiskError) {
            free = try assembly.disk.freeBytes()
        } catch {
            problems.append("storage: \(error)")
        }
        for channel in assembly.channels {
            if let problem = channel.tally.cameraProblem { problems.append("camera \(channel.name): \(problem)") }
            if let problem = channel.tally.storageProblem { problems.append("\(channel.name) not stored: \(problem)") }
        }
        for (name, status) in assembly.audioStatus.sorted(by: { $0.key < $1.key }) {
            if let problem = status.value.problem { problems.append("microphone \(name): \(problem)") }
        }
        return UnitStatus(
            unit: assembly.unit.unit, state: state(current), recording: current.map(reference), channels: channels,
            duty: dutyStatus,
            storage: StorageStatus(
                freeBytes: free, minimumFreeBytes: Int64(assembly.unit.storage.minimumFree)),
            clock: ClockStatus(assembly.clock.reading()), problems: problems)
    }

    private var dutyStatus: DutyStatus {
        let machine = assembly.duty.machine
        let facts = assembly.duty.facts
        return DutyStatus(
            state: machine.state, code: machine.standing.code, owed: machine.debt?.code,
            inspection: machine.inspection, shift: machine.shift, shiftName: facts.shift, officer: facts.officer)
    }

    private func state(_ current: Recorder.Recording?) -> UnitState {
        if current != nil { return .recording }
        return assembly.channels.allSatisfy(\.isIdle) ? .ready : .finishing
    }

    private func status(of camera: CameraConfiguration, _ channel: Channel) -> ChannelStatus {
        let description = channel.camera
        let tally = channel.tally
        return ChannelStatus(
            name: channel.name, device: description.device ?? description.identity,
            state: tally.cameraProblem == nil ? "streaming" : "lost", asked: description.asked,
            granted: description.granted, askedRate: camera.modes.first?.rate.perSecond,
            deliveredRate: description.delivered, frames: tally.pictures, lost: tally.framesLost,
            damaged: tally.framesDamaged, preEventSeconds: channel.held.seconds, segments: tally.segments,
            microphones: channel.microphones.map { microphone in
                let value = assembly.audioStatus[microphone.name]?.value ?? AudioStatus.Value()
                return MicrophoneStatus(
                    name: microphone.name, device: microphone.identity,
                    state: value.isPresent ? "streaming" : "lost",
                    level: value.peak > 0 ? 20 * log10(Double(value.peak) / 32_768) : nil,
                    driftPartsPerMillion: value.driftPartsPerMillion, gaps: value.gaps,
                    gapSeconds: value.gapSeconds)
            })
    }

    private func reference(_ recording: Recorder.Recording) -> RecordingReference {
        let reading = assembly.clock.reading()
        let age = (reading.monotonic - recording.since).nanoseconds
        return RecordingReference(
            number: recording.number, name: recording.name,
            since: UTCTime(nanosecondsSince1970: reading.utc.nanosecondsSince1970 - age))
    }
}
