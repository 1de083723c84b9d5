import DutyPolicy
import Testing

@Suite struct TriggerSourceTests {
    @Test func `D.3.a: in privacy what is grave records under restriction, and the rest only tells the officer`() {
        let records = TriggerSource.allCases.filter { $0.inPrivacy == .recordRestricted }
        #expect(records == [.manual, .remote, .weaponRack, .holster, .crash, .manDown])
        let notifies = TriggerSource.allCases.filter { $0.inPrivacy == .notify }
        #expect(
            notifies == [.lightBar, .siren, .door, .rearDoor, .footPursuit, .speed, .peer, .schedule])
    }

    @Test func `only what can last is ever still active`() {
        #expect(
            TriggerSource.allCases.filter { !$0.isMomentary }
                == [.lightBar, .siren, .door, .rearDoor, .weaponRack, .speed, .peer])
    }

    @Test(
        arguments: [
            (.siren, "D.2.b(2)a"), (.speed, "D.2.b(2)a"), (.rearDoor, "D.2.b(2)f"), (.footPursuit, "D.2.b(2)i"),
            (.weaponRack, "D.2.b(2)j"), (.holster, "D.2.b(2)j"), (.schedule, "D.2.b(2)k"), (.peer, "D.2.c(1)"),
        ] as [(TriggerSource, ClauseID)])
    func `D.2.b(2): a source suggests the category of its clause`(source: TriggerSource, clause: ClauseID) {
        #expect(source.suggestedCategory()?.clause == clause)
        #expect(source.suggestedCategory(vehicleStands: true)?.clause == clause)
    }

    @Test func `D.2.b(2)b: a light bar suggests a vehicle stop once the vehicle stands`() {
        #expect(TriggerSource.lightBar.suggestedCategory() == nil)
        #expect(TriggerSource.lightBar.suggestedCategory(vehicleStands: true) == .motorVehicleStop)
    }

    @Test func `a press, a command, a door, a crash and a fall suggest nothing`() {
        for source in [TriggerSource.manual, .remote, .door, .crash, .manDown] {
            #expect(source.suggestedCategory(vehicleStands: true) == nil)
        }
    }
}
