import CameraModel
import DutyPolicy
import Testing

@Suite struct ShiftTests {
    @Test func `D.1.b: a shift begins with the self-test, and a start meanwhile records`() {
        var run = DutyRun(.startShift(trainingIsCurrent: true))
        #expect(run.effects.contains(.runSelfTest(.quick)))
        #expect(run.machine.state == .selfTest)
        run.tell(.start(StartRequest(.manual)))
        #expect(run.machine.state == .recording)
        #expect(run.starts.map(\.isUntested) == [true])
    }

    @Test func `D.1.b(1): a unit that failed is withheld, and an emergency start still records, marked unfit`() {
        var run = DutyRun(.startShift(trainingIsCurrent: true), .selfTestEnded(.failed))
        #expect(run.machine.state == .withheld)
        #expect(run.count(.getReplacement) == 1)
        run.tell(.start(StartRequest(.manual)))
        #expect(run.machine.state == .recording)
        #expect(run.starts.map(\.isUnfit) == [true])
        #expect(run.exceptions == [.usedUnfit])
    }

    @Test func `D.1.b: a unit used without a test says so`() {
        #expect(DutyRun(.start(StartRequest(.lightBar))).exceptions == [.usedUntested])
    }

    @Test func `D.3.c, D.4: a debt that is open at the end of the shift is an exception report`() {
        let run = DutyRun(
            .startShift(trainingIsCurrent: true), .selfTestEnded(.passed), .start(StartRequest(.manual)),
            .reason(ReasonStatement(.hamperedInvestigation)), .confirm, .endShift)
        #expect(run.exceptions == [.openDebt(.officer(.hamperedInvestigation))])
        #expect(run.effects.last == .shiftEnded)
    }

    @Test func `D.5.a: a shift that is ended while recording ends with the recording`() {
        var run = DutyRun(
            .startShift(trainingIsCurrent: true), .selfTestEnded(.passed), .start(StartRequest(.manual)), .endShift)
        #expect(run.machine.state == .recording)
        #expect(run.machine.shift == .ending)
        run.tell(.reason(ReasonStatement(.concluded)))
        run.tell(.confirm)
        #expect(run.effects.last == .shiftEnded)
        #expect(run.machine.shift == .none)
    }

    @Test func `D.5.a: a dock while recording ends nothing`() {
        var run = DutyRun(.start(StartRequest(.manual)), .dock)
        #expect(run.machine.state == .recording)
        run.tell(.stop)
        run.tell(.reason(ReasonStatement(.concluded)))
        run.tell(.confirm)
        #expect(run.machine.state == .docked)
    }

    @Test func `E: an officer whose training is not current is warned, reported, and can still record`() {
        var run = DutyRun(.startShift(trainingIsCurrent: false))
        #expect(run.exceptions == [.trainingExpired])
        #expect(run.count(.trainingExpired) == 1)
        run.tell(.start(StartRequest(.manual)))
        #expect(run.machine.state == .recording)
    }

    @Test func `F.2.b: a supervisor's inspection is the extended test`() {
        var run = DutyRun()
        #expect(run.tell(.runSelfTest(.extended)).first == .runSelfTest(.extended))
    }

    @Test func `D.4: what battery, storage or heat end begins again by itself when something works`() {
        var run = DutyRun(.start(StartRequest(.manual)), .unable(.storageFull), .terminate(.storage))
        #expect(run.stops.map(\.code) == ["T02"])
        run.tell(.able)
        #expect(run.machine.state == .recording)
        #expect(run.starts.last?.cause == .resumption)
    }

    @Test func `D.4: a camera unplugged in mid recording does not end it`() {
        var run = DutyRun(.start(StartRequest(.manual)), .unable(.cameraAbsent))
        #expect(run.machine.standing == .fault(.cameraAbsent))
        #expect(run.machine.hasOpenRecording)
        #expect(run.effects.contains(.report(.cameraAbsent)))
        run.tell(.able)
        #expect(run.machine.state == .recording)
        #expect(run.stops.isEmpty)
    }
}
