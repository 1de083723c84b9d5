import CameraModel
import DutyPolicy
import Evidence
import OnDuty
import Recording
import Simulation
import Synchronization

/// A unit with a duty and no camera, on a virtual clock and a simulated disk; the journal's thread is stepped by hand.
final class DutyUnit {
    let clock = VirtualClock(
        start: MonotonicTime(nanoseconds: 1_000_000_000), utc: UTCTime(nanosecondsSince1970: 1_782_892_800_000_000_000))
    let disk: ScriptedDisk
    let recorder: Recorder
    let queue: JournalQueue
    let duty: Duty
    private let seen = Seen()

    init() throws {
        let seen = seen
        disk = ScriptedDisk(SimulatedDisk(), clock: clock)
        try disk.makeDirectory(RecordingNames.root)
        recorder = Recorder(
            unit: "test", unitKind: "body", boot: "b", channels: [], folders: RecordingFolders(), disk: disk,
            clock: clock, highestNumber: 0, report: { _ in })
        let journal = try Journal(on: disk, unit: "test", boot: "b", clock: clock)
        queue = JournalQueue(
            journal, wake: {}, failed: { error in seen.change { $0.failures.append(error != nil) } })
        duty = Duty(
            machine: DutyMachine(times: DutyTimes(AgencyPolicy()), isBodyWorn: true, at: clock.now),
            recorder: recorder, mute: SoundMute(), journal: queue, indicator: seen, clock: clock,
            work: DutyWork(
                runSelfTest: { kind in seen.change { $0.asked.append(kind) } },
                report: { notice in seen.change { $0.notices.append(notice) } }), report: { _ in })
    }

    var shown: [Prompt] { seen.value.shown }
    var asked: [SelfTestKind] { seen.value.asked }
    var notices: [DutyNotice] { seen.value.notices }
    /// Each change of the disk's state, as the journal's queue tells it.
    var failures: [Bool] { seen.value.failures }

    /// An input from a gesture, and what comes of it.
    func tell(_ input: DutyInput) {
        duty.handle(input, at: clock.now, from: DutyOrigin("gesture"))
        queue.step()
    }

    /// Lets time pass in ticks of a second.
    func pass(_ duration: Duration) {
        let end = clock.now + duration
        while clock.now < end {
            clock.advance(to: clock.now + .seconds(1))
            duty.tick(clock.now)
            queue.step()
        }
    }

    /// What the journal holds, once it is proved whole.
    func entries() throws -> [JournalEntry] {
        let found = Mutex<[JournalEntry]>([])
        let verification = try JournalReader.verify(on: disk) { record in
            found.withLock { $0.append(record.line.entry) }
        }
        guard verification.isAccepted else { throw Unaccepted(verification: verification) }
        return found.withLock { $0 }
    }

    struct Unaccepted: Error { var verification: JournalVerification }
}

/// What was shown and told.
private final class Seen: Indicator {
    struct Value {
        var shown: [Prompt] = []
        var asked: [SelfTestKind] = []
        var notices: [DutyNotice] = []
        var failures: [Bool] = []
    }

    private let state = Mutex(Value())

    var value: Value { state.withLock { $0 } }

    func change(_ body: (inout Value) -> Void) { state.withLock { body(&$0) } }

    func show(_ indication: Indication, for prompt: Prompt, at time: MonotonicTime) {
        change { $0.shown.append(prompt) }
    }
}
