import DutyPolicy
import Testing

/// No policy passes below the floors, whatever its values.
struct PolicyFloorTests {
    @Test(arguments: 0..<20)
    func `F.1.b: of random policies none passes below a floor, and none is refused above all of them`(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<25 {
            var policy = AgencyPolicy()
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                guard let limit = AgencyPolicy.limits.randomElement(using: &random) else { continue }
                let span = limit.ceiling.value - limit.floor.value
                limit.set(
                    Double.random(in: limit.floor.value - span...limit.ceiling.value + span, using: &random),
                    in: &policy)
            }
            // Compared with the bounds alone, apart from the code that reports breaches.
            let outside = AgencyPolicy.limits.filter { limit in
                !(limit.floor.value...limit.ceiling.value).contains(limit.value(in: policy))
            }
            let breaches = policy.validate()
            #expect(Set(breaches.filter(\.isBeyondABound).map(\.key)) == Set(outside.map(\.key)))
            if !outside.isEmpty { #expect(throws: PolicyRefusal.self) { try policy.requireFloors() } }
            if breaches.isEmpty { #expect(keepsOrder(policy)) }
        }
    }

    @Test(arguments: 0..<20)
    func `F.1.b: values from anywhere neither pass nor trap`(seed: UInt64) {
        var random = SplitMix(state: seed)
        for limit in AgencyPolicy.limits {
            var policy = AgencyPolicy()
            limit.set(Double(bitPattern: random.next()), in: &policy)
            // A time is kept in whole nanoseconds, so the value that was kept is the one that counts.
            let value = limit.value(in: policy)
            let isWithin = (limit.floor.value...limit.ceiling.value).contains(value)
            if !isWithin { #expect(policy.validate().contains { $0.key == limit.key }, "\(limit.key): \(value)") }
        }
    }

    /// Written out, as the policy's orders would be by hand.
    private func keepsOrder(_ policy: AgencyPolicy) -> Bool {
        policy.reason.speech <= policy.reason.window && policy.reason.window <= policy.reason.speechLimit
            && policy.interruption.first <= policy.interruption.voice
            && policy.interruption.voice <= policy.interruption.supervisor
            && policy.privacy.reminder <= policy.privacy.limit
            && policy.privacy.personalReminder <= policy.privacy.personalLimit
            && policy.battery.shutdown <= policy.battery.critical && policy.battery.critical <= policy.battery.warning
            && policy.storage.critical <= policy.storage.warning
            && policy.selfTest.camera.look <= policy.selfTest.quickLimit
    }
}

extension PolicyBreach {
    fileprivate var isBeyondABound: Bool {
        switch problem {
        case .below, .above: true
        case .order, .unfit: false
        }
    }
}
