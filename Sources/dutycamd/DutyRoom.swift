import CameraModel
import DutyPolicy
import Evidence
import OnDuty
import Platform
import Recording
import Synchronization
import UnitFiles

/// The duty of a unit put together: its machine, its journal, and what tells it of devices and time.
struct DutyRoom: Sendable {
    let duty: Duty
    let queue: JournalQueue
    let mute: SoundMute
    /// Woken when the journal has something to write.
    let signal: ThreadSignal
    private let watch = Shared(DeviceWatch())

    init(
        unit: UnitConfiguration, policy: AgencyPolicy, recorder: Recorder, disk: any Disk, boot: String,
        clock: any UnitClock, report: @escaping Report
    ) throws(StartFailure) {
        let journal: Journal
        do throws(JournalError) {
            journal = try Journal(on: disk, unit: unit.unit, boot: boot, clock: clock)
        } catch {
            throw .state("\(error)")
        }
        let signal = ThreadSignal()
        let mute = SoundMute()
        let place = Shared<Duty?>(nil)
        let queue = JournalQueue(
            journal, wake: { signal.wake() },
            failed: { error in
                if let error { report(.error("\(error); kept in memory and tried again")) }
                place.value?.handle(
                    .malfunction(.storageError, isPresent: error != nil), at: clock.now,
                    from: DutyOrigin("device", statement: error.map { "\($0)" }))
            })
        let duty = Duty(
            machine: DutyMachine(
                times: DutyTimes(policy), isBodyWorn: policy.profile == .body, at: clock.now),
            recorder: recorder, mute: mute, journal: queue, indicator: LogIndicator(report: report), clock: clock,
            work: DutyWork(runSelfTest: { _ in }, report: { notice in report(.warning(notice.line)) }),
            report: report)
        place.value = duty
        self.duty = duty
        self.queue = queue
        self.mute = mute
        self.signal = signal
    }

    /// Tells the duty what the devices do now, and that time has passed.
    func tick(_ now: MonotonicTime, _ sight: DeviceWatch.Sight) {
        let changes = watch.change { $0.take(sight) }
        for input in changes { duty.handle(input, at: now, from: DutyOrigin("device")) }
        duty.tick(now)
    }
}

extension DutyNotice {
    /// One line for the log.
    fileprivate var line: String {
        let parts = [
            effect.name, effect.code, recording.map { "recording \($0)" }, statement.map { "\"\($0)\"" },
            "(clause \(effect.clause))",
        ]
        return "for the supervisor: \(parts.compactMap(\.self).joined(separator: " "))"
    }
}

/// A value that several threads use.
final class Shared<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) {
        state = Mutex(value)
    }

    var value: Value {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }

    func change<Result: Sendable>(_ change: (inout Value) -> Result) -> Result {
        state.withLock { change(&$0) }
    }
}
