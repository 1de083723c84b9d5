import CameraModel
import DutyPolicy
import Platform
import Recording
import SelfTest
import Simulation
import Synchronization
import Testing

@Suite struct RunTests {
    /// Never does what it is given.
    private struct HangingWorker: SelfTestWorker {
        func run(name: String, _ work: @escaping @Sendable () -> Void) -> String? { nil }
    }

    /// Has no thread left.
    private struct RefusingWorker: SelfTestWorker {
        func run(name: String, _ work: @escaping @Sendable () -> Void) -> String? { "no threads left" }
    }

    /// A thread for each piece of work.
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

    /// Answers when it is told to.
    private final class Gate: Sendable {
        let isOpen = Mutex(false)
    }

    private func run(
        _ checks: [any SelfTestCheck], on clock: VirtualClock, kind: SelfTestKind = .quick,
        progress: @escaping @Sendable (ItemResult) -> Void = { _ in }
    ) -> SelfTestReport {
        SelfTestRunner(clock: clock).run(
            checks, kind: kind, within: SelfTestLimits().deadline(of: kind), progress: progress)
    }

    private func clock() -> VirtualClock { VirtualClock(utc: UTCTime(nanosecondsSince1970: 0)) }

    @Test(arguments: [(SelfTestKind.quick, 15.0), (.extended, 120)])
    func `D.1.b: what hangs has failed with M71 at the deadline, and the rest has its verdicts`(
        kind: SelfTestKind, seconds: Double
    ) {
        let clock = clock()
        let report = run(
            [
                WorkCheck([SelfTestLine(.batteryLevel), SelfTestLine(.batteryHealth)], on: HangingWorker()) { [] },
                WorkCheck([SelfTestLine(.clock)], on: InlineWorker()) { [Judgement(.pass)] },
                FixedCheck(SelfTestLine(.motion), Judgement(.notFitted)),
            ], on: clock, kind: kind)
        #expect(report.items.map(\.item) == [.batteryLevel, .batteryHealth, .clock, .motion])
        #expect(report.items.map(word) == ["M71", "M71", "pass", "not fitted"])
        #expect(report.duration == .fractional(seconds: seconds))
        #expect(report.outcome == .fail([.selfTestTimeout]))
    }

    @Test func `D.1.b: a worker that has no thread left fails the item at once`() {
        let report = run(
            [WorkCheck([SelfTestLine(.clock)], on: RefusingWorker()) { [Judgement(.pass)] }], on: clock())
        #expect(report.items.map(word) == ["M71"])
        #expect(report.items[0].verdict.reason == "no threads left")
        #expect(report.duration < .seconds(1))
    }

    @Test func `D.1.b: each line is told as soon as it is filled`() {
        let told = Mutex<[SelfTestItem]>([])
        let report = run(
            [
                WorkCheck([SelfTestLine(.batteryLevel)], on: HangingWorker()) { [] },
                FixedCheck(SelfTestLine(.motion), Judgement(.notFitted)),
            ], on: clock(), progress: { result in told.withLock { $0.append(result.item) } })
        #expect(told.withLock { $0 } == [.motion, .batteryLevel])
        #expect(report.items.map(\.item) == [.batteryLevel, .motion])
    }

    @Test func `D.1.b: heavy work waits until running devices have been watched`() throws {
        let unit = try TestUnit()
        let order = Mutex<[SelfTestItem]>([])
        var test = SelfTestRun(
            [
                WorkCheck([SelfTestLine(.encoder)], isHeavy: true, on: InlineWorker()) { [Judgement(.pass)] },
                CameraCheck(
                    name: "front", tap: unit.cameraTap, decoding: nil, limits: SelfTestLimits(), watch: .seconds(2)),
            ], kind: .quick, within: .seconds(15), started: unit.clock.reading(),
            progress: { result in order.withLock { $0.append(result.item) } })
        unit.run(
            until: unit.clock.now + .seconds(20), next: { test.nextEvent }, step: { test.step(at: unit.clock.now) })
        #expect(order.withLock { $0 } == [.cameraOpens, .frames, .picture, .encoder])
    }

    @Test func `D.1.b: work that hangs on a real thread holds nothing up`() {
        let gate = Gate()
        let report = SelfTestRunner(clock: SystemClock()).run(
            [
                WorkCheck([SelfTestLine(.vehicle)], on: ThreadWorker()) {
                    while !gate.isOpen.withLock({ $0 }) {
                        SystemClock().wait(until: SystemClock().now + .milliseconds(5), unless: { false })
                    }
                    return [Judgement(.pass)]
                },
                WorkCheck([SelfTestLine(.clock)], on: ThreadWorker()) { [Judgement(.pass)] },
            ], kind: .quick, within: .milliseconds(80))
        gate.isOpen.withLock { $0 = true }
        #expect(report.items.map(\.item) == [.clock, .vehicle])
        #expect(report.items[1].verdict.code == .selfTestTimeout)
    }

    @Test
    func `D.1.b: a recording that starts during the self-test loses nothing, and has disk and processor to itself`()
        throws
    {
        let unit = try TestUnit()
        unit.run(seconds: 1.5)
        var equipment = unit.equipment
        equipment.isRecording = { true }
        let before = unit.channel.tally.pictures
        let report = try #require(unit.test(equipment))
        let seconds = report.duration.seconds
        #expect(report.items.first { $0.item == .writePath }.map(word) == "skipped")
        #expect(report.outcome == .passWithWarnings)
        #expect(abs(Double(unit.channel.tally.pictures - before) - seconds * 15) <= 1)
        #expect(unit.channel.tally.framesLost == 0)
    }

    @Test(arguments: [(UInt32(30), 2.0), (15, 2), (10, 2.5), (5, 5), (1, 5)])
    func `D.1.b: ST-06 watches a slow camera for longer, so that one lost frame is not too many`(
        rate: UInt32, seconds: Double
    ) throws {
        var mode = TestUnit.mode
        mode.rate = TestUnit.rate(rate)
        let tap = CameraTap()
        let start = MonotonicTime(nanoseconds: 1_000_000_000_000)
        tap.camera(.opened(Negotiation(asked: mode, granted: mode, device: "x", remarks: [])), at: start)
        var check = CameraCheck(
            name: "front", tap: tap, decoding: nil, limits: SelfTestLimits(), watch: .seconds(2))
        check.begin(at: start)
        var frame = 0
        var ended: MonotonicTime?
        for step in 0..<100 where ended == nil {
            let now = start + .milliseconds(100 * step)
            while start + mode.rate.interval * frame <= now {
                tap.camera(.frame, at: start + mode.rate.interval * frame)
                frame += 1
            }
            if case .finished(let judgements) = check.step(at: now) {
                ended = now
                #expect(word(judgements[1]) == "pass", "\(judgements[1])")
            }
        }
        // Without pictures, it is held on to until the patience for them ends; the frames are what counts here.
        #expect(try #require(ended) - start >= .fractional(seconds: seconds))
    }
}
