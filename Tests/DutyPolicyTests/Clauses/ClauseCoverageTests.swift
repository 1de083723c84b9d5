import DutyPolicy
import Foundation
import Testing

/// Every clause that the unit does something about has a test that names it.
struct ClauseCoverageTests {
    /// Clauses whose tests are still to come; the list only ever gets shorter.
    private static let awaited: Set<ClauseID> = ["D.2.a"]

    @Test func `a clause that the unit does something about has a test, or is awaited`() {
        let missing = unitClauses.filter { $0.shownBy.isEmpty && !Self.awaited.contains($0.id) }
        #expect(missing.map(\.id) == [])
    }

    @Test func `a clause that has a test is not awaited any more`() {
        #expect(Self.awaited.filter { Clauses.clause($0)?.shownBy.isEmpty != true }.sorted() == [])
    }

    @Test func `of section D only the manner of operation is left to people`() {
        let people = Clauses.clauses(at: "D").filter { !$0.isUnit }
        #expect(people.map(\.id) == ["D.1.a"])
    }

    @Test func `what only people can do is said plainly`() {
        let people = Clauses.all.filter(\.isHumanOnly).map(\.id.text)
        let plainly =
            Clauses.clauses(at: "A").map(\.id.text) + [
                "B.2", "B.3", "C.3", "D.1.a", "F.1.a", "F.2.a", "F.2.c", "F.2.c(1)", "F.2.c(2)", "F.2.c(3)", "F.2.d",
                "G.2",
                "H.1",
            ]
        #expect(people == plainly)
    }

    @Test func `every test in the table is where the table says`() throws {
        let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        for (file, tests) in Dictionary(grouping: ClauseTest.all, by: \.file) {
            let text = try String(contentsOf: top.appendingPathComponent(file), encoding: .utf8)
            for test in tests where !text.contains(": \(test.title)") {
                Issue.record("\(file) has no test \"\(test.title)\"; run Tests/clauses")
            }
        }
        #expect(!ClauseTest.all.isEmpty)
        #expect(ClauseTest.all.flatMap(\.clauses).allSatisfy { Clauses.clause($0) != nil })
    }

    private var unitClauses: [Clause] {
        Clauses.all.filter(\.isUnit)
    }
}

extension Clause {
    fileprivate var isUnit: Bool {
        switch handling {
        case .unit: true
        case .later, .humanOnly: false
        }
    }

    fileprivate var isHumanOnly: Bool {
        switch handling {
        case .humanOnly: true
        case .unit, .later: false
        }
    }
}
