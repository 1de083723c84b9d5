import CameraModel
import Testing

@testable import DutyPolicy

struct DutyMutantTests {
    @Test(arguments: DutyInvariant.allCases)
    func `D.2.c, D.3.b(2): a machine that breaks an invariant is caught by it`(invariant: DutyInvariant) throws {
        let failures = [DutyExplorationTests.Alphabet.shift, .recording].lazy.compactMap { alphabet in
            DutyExploration(
                from: DutyExplorationTests.machine(), alphabet: alphabet.inputs, judges: [invariant],
                step: DutyMutant.step(breaking: invariant)
            ).failure
        }
        let failure = try #require(failures.first)
        #expect(failure.hasPrefix(invariant.rawValue))
    }
}
