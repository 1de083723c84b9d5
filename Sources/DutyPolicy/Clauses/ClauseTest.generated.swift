// Written by Tests/clauses from the titles of the tests. After naming a test after a clause, run it again.
// swift-format-ignore-file
extension ClauseTest {
    static let generated: [ClauseTest] = [
        ClauseTest(["F.1.b"], "the recommended choices keep every floor", in: "Tests/DutyPolicyTests/AgencyPolicy/AgencyPolicyTests.swift"),
        ClauseTest(["F.1.b"], "a policy at its floors is taken", in: "Tests/DutyPolicyTests/AgencyPolicy/AgencyPolicyTests.swift"),
        ClauseTest(["F.1.b"], "a policy weaker than a floor is refused with key, value, floor and clause", in: "Tests/DutyPolicyTests/AgencyPolicy/AgencyPolicyTests.swift"),
        ClauseTest(["F.1.b"], "a pause without end is refused", in: "Tests/DutyPolicyTests/AgencyPolicy/AgencyPolicyTests.swift"),
        ClauseTest(["F.1.b"], "every breach is named at once", in: "Tests/DutyPolicyTests/AgencyPolicy/AgencyPolicyTests.swift"),
        ClauseTest(["F.1.b"], "what is no number passes nowhere", in: "Tests/DutyPolicyTests/AgencyPolicy/AgencyPolicyTests.swift"),
        ClauseTest(["F.1.b"], "speech that closes the window early is refused", in: "Tests/DutyPolicyTests/AgencyPolicy/AgencyPolicyTests.swift"),
        ClauseTest(["F.1.b"], "reports do not go to what is no file", in: "Tests/DutyPolicyTests/AgencyPolicy/AgencyPolicyTests.swift"),
        ClauseTest(["F.1.b"], "reports do not go to what is no address", in: "Tests/DutyPolicyTests/AgencyPolicy/AgencyPolicyTests.swift"),
        ClauseTest(["F.1.b"], "a policy has a name that can be told", in: "Tests/DutyPolicyTests/AgencyPolicy/AgencyPolicyTests.swift"),
        ClauseTest(["F.1.b"], "of random policies none passes below a floor, and none is refused above all of them", in: "Tests/DutyPolicyTests/AgencyPolicy/PolicyFloorTests.swift"),
        ClauseTest(["F.1.b"], "values from anywhere neither pass nor trap", in: "Tests/DutyPolicyTests/AgencyPolicy/PolicyFloorTests.swift"),
        ClauseTest(["D.3.a"], "each prohibition has a code of its own, in the order of the clause", in: "Tests/DutyPolicyTests/Codes/CodeTests.swift"),
        ClauseTest(["D.3.a"], "a written exception belongs to the clause that it is written in", in: "Tests/DutyPolicyTests/Codes/CodeTests.swift"),
        ClauseTest(["D.2.b(2)"], "every listed event has a category", in: "Tests/DutyPolicyTests/Codes/CodeTests.swift"),
        ClauseTest(["D.1.b(2)"], "damage, loss and theft are a person's to declare", in: "Tests/DutyPolicyTests/Codes/CodeTests.swift"),
        ClauseTest(["D.3.c"], "only a concluded or a false event owes no reactivation", in: "Tests/DutyPolicyTests/Codes/CodeTests.swift"),
        ClauseTest(["D.2.b", "D.3.b(2)", "D.3.c"], "every invariant holds in every state that can be reached", in: "Tests/DutyPolicyTests/Exploration/DutyExplorationTests.swift"),
        ClauseTest(["D.2.c", "D.3.b(2)"], "a machine that breaks an invariant is caught by it", in: "Tests/DutyPolicyTests/Exploration/DutyMutantTests.swift"),
        ClauseTest(["D.2.b", "D.3.c"], "every invariant holds over long random shifts", in: "Tests/DutyPolicyTests/Exploration/DutyTraceTests.swift"),
        ClauseTest(["C.1", "C.2"], "each kind of camera has its own start gesture", in: "Tests/UnitFilesTests/AgencyPolicyFileTests.swift"),
        ClauseTest(["C.2"], "a dashboard unit records the view ahead with a remote microphone beside its own", in: "Tests/UnitFilesTests/AgencyPolicyFileTests.swift"),
        ClauseTest(["F.1.b"], "an agency may keep a unit from an officer whose training has expired", in: "Tests/UnitFilesTests/AgencyPolicyFileTests.swift"),
        ClauseTest(["F.1.b"], "a weaker choice is refused at its place with the clause that it breaks", in: "Tests/UnitFilesTests/AgencyPolicyFileTests.swift"),
        ClauseTest(["F.1.b"], "a choice that a default contradicts is told where the file says it", in: "Tests/UnitFilesTests/AgencyPolicyFileTests.swift"),
    ]
}
