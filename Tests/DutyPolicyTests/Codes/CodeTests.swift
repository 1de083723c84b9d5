import DutyPolicy
import Testing

struct CodeTests {
    @Test func `D.3.a: each prohibition has a code of its own, in the order of the clause`() {
        let privacy = DeactivationReason.allCases.filter(\.isPrivacy)
        #expect(privacy.map(\.rawValue) == (1...10).map { $0 < 10 ? "P0\($0)" : "P\($0)" })
        #expect(privacy.map(\.clause.text) == (1...10).map { "D.3.a(\($0))" })
    }

    @Test func `D.3.a: a written exception belongs to the clause that it is written in`() {
        for reason in DeactivationReason.allCases {
            if let exception = reason.exception { #expect(exception.clause == reason.clause) }
        }
        #expect(Set(DeactivationReason.allCases.compactMap(\.exception)) == Set(PolicyException.allCases))
    }

    @Test func `D.2.b(2): every listed event has a category`() {
        let listed = ActivationCategory.allCases.compactMap(\.clause?.text).filter { $0.hasPrefix("D.2.b(2)") }
        #expect(listed == "abcdefghijk".map { "D.2.b(2)\($0)" })
    }

    @Test func `D.1.b(2): damage, loss and theft are a person's to declare`() {
        for code in [MalfunctionCode.damage, .loss, .theft] {
            #expect(code.isDeclared)
            #expect(code.clause == "D.1.b(2)")
        }
    }

    @Test func `D.3.c: only a concluded or a false event owes no reactivation`() {
        let free = DeactivationReason.allCases.filter { !$0.owesReactivation }
        #expect(free == [.concluded, .falseActivation])
    }
}
