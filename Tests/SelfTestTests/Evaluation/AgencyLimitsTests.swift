import DutyPolicy
import SelfTest
import Testing

@Suite struct AgencyLimitsTests {
    @Test func `D.1.b: an agency that chooses nothing has the limits that the self-test has by itself`() {
        var limits = SelfTestLimits(AgencyPolicy())
        #expect(abs(limits.uprightCosine - 0.70711) < 0.0001)
        limits.uprightCosine = SelfTestLimits().uprightCosine
        #expect(limits == SelfTestLimits())
    }

    @Test func `D.1.b: what an agency chooses is what the self-test holds measurements against`() {
        var policy = AgencyPolicy()
        policy.selfTest.battery.passLevel = 95
        policy.selfTest.body.tilt = 60
        policy.selfTest.quickLimit = .seconds(10)
        policy.shift.length = .seconds(43_200)
        let limits = SelfTestLimits(policy)
        #expect(limits.passBattery == 95)
        #expect(abs(limits.uprightCosine - 0.5) < 1e-6)
        #expect(limits.deadline(of: .quick) == .seconds(10))
        #expect(limits.shift == .seconds(43_200))
    }
}
