import DutyPolicy
import Testing

struct AgencyPolicyTests {
    @Test func `F.1.b: the recommended choices keep every floor`() {
        for profile in AgencyPolicy.Profile.allCases {
            #expect(AgencyPolicy.standard(for: profile).validate() == [])
        }
    }

    @Test func `F.1.b: a policy at its floors is taken`() {
        for limit in AgencyPolicy.limits {
            for bound in [limit.floor, limit.ceiling] {
                var policy = AgencyPolicy()
                limit.set(bound.value, in: &policy)
                // Another key may have to follow, so only this one's own range is looked at.
                #expect(limit.breach(in: policy) == nil, "\(limit.key) at \(bound.value)")
            }
        }
    }

    @Test func `F.1.b: a policy weaker than a floor is refused with key, value, floor and clause`() {
        var policy = AgencyPolicy()
        policy.reason.window = .seconds(2)
        #expect(
            policy.validate().map(\.description) == [
                "reason.window-seconds: 2 s is shorter than the floor of 5 s "
                    + "(D.3.b(2): the reason is recorded before the recording stops)"
            ])
    }

    @Test func `F.1.b: a pause without end is refused`() {
        var policy = AgencyPolicy()
        policy.privacy.limit = .seconds(45 * 60)
        #expect(
            policy.validate().map(\.description) == [
                "privacy.limit-minutes: 45 min is longer than the ceiling of 20 min "
                    + "(D.3.c: cameras are reactivated as soon as practical)"
            ])
    }

    @Test func `F.1.b: every breach is named at once`() throws {
        var policy = AgencyPolicy()
        policy.stop.hold = .seconds(1)
        policy.malfunction.escalation = .seconds(7200)
        policy.notifier.file = nil
        let refusal = #expect(throws: PolicyRefusal.self) { try policy.requireFloors() }
        #expect(refusal?.breaches.map(\.key) == ["stop.hold-seconds", "malfunction.escalation-minutes", "notifier"])
        #expect(refusal?.breaches.map(\.clause) == ["D.2.c", "D.1.b(2)", "D.1.b(2)"])
        #expect(refusal?.description.split(separator: "\n").count == 3)
    }

    @Test func `F.1.b: what is no number passes nowhere`() {
        for limit in AgencyPolicy.limits where limit.key.hasPrefix("self-test.battery") {
            for value in [Double.nan, .infinity, -.infinity] {
                var policy = AgencyPolicy()
                limit.set(value, in: &policy)
                #expect(!policy.validate().isEmpty, "\(limit.key) at \(value)")
            }
        }
    }

    @Test func `F.1.b: speech that closes the window early is refused`() {
        var policy = AgencyPolicy()
        policy.reason.window = .seconds(50)
        policy.reason.speechLimit = .seconds(20)
        #expect(
            policy.validate().map(\.description) == [
                "reason.speech-limit-seconds: 20 s goes beyond reason.window-seconds, 50 s "
                    + "(D.3.b(2): speech keeps the window open)"
            ])
    }

    @Test(arguments: ["", "../notices", "a/../b", "folder/", "a\nb", String(repeating: "x", count: 256)])
    func `F.1.b: reports do not go to what is no file`(file: String) {
        var policy = AgencyPolicy()
        policy.notifier.file = file
        #expect(policy.validate().map(\.key) == ["notifier.file"])
    }

    @Test(arguments: [
        "ftp://example.org", "https://", "example.org", "https://user:word@example.org/", "https:// x", "http://:80",
        "https://example.org/\u{7F}", "https://" + String(repeating: "x", count: 500),
    ])
    func `F.1.b: reports do not go to what is no address`(webhook: String) {
        var policy = AgencyPolicy()
        policy.notifier.webhook = webhook
        #expect(policy.validate().map(\.key) == ["notifier.webhook"])
    }

    @Test(arguments: ["", "Connecticut", "a b", String(repeating: "x", count: 33), "é"])
    func `F.1.b: a policy has a name that can be told`(name: String) {
        var policy = AgencyPolicy()
        policy.name = name
        #expect(policy.validate().map(\.key) == ["policy"])
    }

    @Test func `each key is there once, and its last part says its unit`() {
        let keys = AgencyPolicy.limits.map(\.key)
        #expect(Set(keys).count == keys.count)
        let words: [PolicyLimit.Unit: String] = [
            .milliseconds: "milliseconds", .seconds: "seconds", .minutes: "minutes", .hours: "hours", .days: "days",
            .percent: "percent", .celsius: "celsius", .degrees: "degrees", .volts: "volts", .decibels: "decibels",
            .milesPerHour: "mph",
        ]
        for limit in AgencyPolicy.limits {
            if let word = words[limit.unit] { #expect(limit.key.hasSuffix("-\(word)"), "\(limit.key)") }
        }
    }

    @Test func `each key changes a value of its own`() {
        var seen: [AgencyPolicy: String] = [AgencyPolicy(): "the standard"]
        for limit in AgencyPolicy.limits {
            var policy = AgencyPolicy()
            limit.set(limit.floor.value + (limit.ceiling.value - limit.floor.value) * 0.37, in: &policy)
            #expect(seen.updateValue(limit.key, forKey: policy) == nil, "\(limit.key)")
        }
    }
}
