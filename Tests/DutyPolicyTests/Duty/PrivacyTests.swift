import CameraModel
import DutyPolicy
import Testing

@Suite struct PrivacyTests {
    private static let reasons = DeactivationReason.allCases.filter(\.isPrivacy)

    @Test(arguments: reasons)
    func `D.3.a(1)-(10): each case empties the pre-event buffer, is recalled, and ends by itself`(
        reason: DeactivationReason
    ) {
        var run = DutyRun(.reason(ReasonStatement(reason)))
        #expect(run.effects.first == .discardPreEvent(reason))
        #expect(run.machine.standing == .privacy(reason))
        run.pass(reason == .personal ? .seconds(3600) : .seconds(1200))
        #expect(run.machine.state == .ready)
        #expect(run.effects.contains(.resumePreEvent))
        #expect(run.count(.privacyReminder) >= 9)
    }

    @Test(arguments: reasons)
    func `D.3.a(1)-(10): while recording each case stops with its code, and reactivation is owed`(
        reason: DeactivationReason
    ) throws {
        let run = DutyRun(.start(StartRequest(.manual)), .reason(ReasonStatement(reason)), .confirm)
        let stop = try #require(run.stops.first)
        #expect(stop.code == reason.rawValue)
        #expect(run.machine.debt == .officer(reason))
        #expect(run.effects.contains(.restrict) == reason.restrictsAccess)
    }

    @Test(arguments: PolicyException.allCases)
    func `D.3.a: a recording under a written exception says which`(exception: PolicyException) {
        var run = DutyRun(.start(StartRequest(.manual)))
        #expect(run.tell(.exception(exception)) == [.exception(exception)])
    }

    @Test func `D.3.a(5): a dashboard camera has no case of its own in a hospital`() {
        var run = DutyRun(isBodyWorn: false)
        #expect(run.tell(.reason(ReasonStatement(.hospital))).contains(.refused(.bodyWornOnly)))
        #expect(run.machine.state == .ready)
    }

    @Test(arguments: TriggerSource.allCases)
    func `D.3.a(9), D.3.a(10): in privacy only what is grave begins a restricted recording`(source: TriggerSource) {
        var run = DutyRun(.reason(ReasonStatement(.stripSearch)))
        run.tell(.start(StartRequest(source)))
        switch source.inPrivacy {
        case .recordRestricted: #expect(run.starts.map(\.isRestricted) == [true])
        case .notify:
            #expect(run.starts.isEmpty)
            #expect(run.effects.contains(.triggerNotFollowed(source, .stripSearch)))
        }
    }

    @Test func `D.3.c: a trigger that still holds when privacy ends records`() {
        var run = DutyRun(.reason(ReasonStatement(.changingRoom)), .start(StartRequest(.lightBar)))
        run.tell(.endPrivacy)
        #expect(run.machine.state == .recording)
    }

    @Test(arguments: [nil] + SupervisorConsultation.allCases)
    func `D.3.b, D.3.b(1): a hampered investigation's stop has the supervisor's answer or says that none came`(
        answer: SupervisorConsultation?
    ) throws {
        let statement = ReasonStatement(.hamperedInvestigation, consultation: answer)
        let run = DutyRun(.start(StartRequest(.manual)), .stop, .reason(statement), .confirm)
        let stop = try #require(run.stops.first)
        #expect(stop.consultation == answer.map { .answered($0) } ?? .notAnswered)
        #expect(run.count(.supervisorConsulted) == (answer == nil ? 1 : 0))
        #expect(run.machine.state == .interrupted)
    }

    @Test func `D.3.b(2): a reason that was spoken is said to be, one that was not too`() {
        let silent = DutyRun(.start(StartRequest(.manual)), .stop, .reason(ReasonStatement(.otherLawful)), .confirm)
        let spoken = DutyRun(
            .start(StartRequest(.manual)), .stop, .speech(isHeard: true), .reason(ReasonStatement(.otherLawful)),
            .confirm)
        #expect(silent.stops.map(\.spoken) == [.notSpoken])
        #expect(spoken.stops.map(\.spoken) == [.spoken])
    }

    @Test func `D.3.c: an interruption is recalled every minute, spoken of at five, reported at fifteen`() {
        var run = DutyRun(.start(StartRequest(.manual)), .reason(ReasonStatement(.supervisorDirection)), .confirm)
        run.pass(.seconds(299))
        #expect(run.count(.interruptedReminder) == 4)
        #expect(run.count(.interruptedLong) == 0)
        run.pass(.seconds(1))
        #expect(run.count(.interruptedLong) == 1)
        run.pass(.seconds(600))
        #expect(run.exceptions == [.usedUntested, .overdueReactivation(.officer(.supervisorDirection))])
    }
}
