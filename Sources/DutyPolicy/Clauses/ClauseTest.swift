/// A test whose title begins with the clauses that it shows: `D.3.b(2), D.3.c: …`.
package struct ClauseTest: Hashable, Sendable {
    package let clauses: [ClauseID]
    /// The title after the clauses, a sentence.
    package let title: String
    /// From the project's folder.
    package let file: String

    init(_ clauses: [ClauseID], _ title: String, in file: String) {
        self.clauses = clauses
        self.title = title
        self.file = file
    }

    /// Every test that names a clause, as `Tests/clauses` found them.
    package static let all: [ClauseTest] = generated

    static let byClause: [ClauseID: [ClauseTest]] = all.reduce(into: [:]) { found, test in
        for clause in test.clauses { found[clause, default: []].append(test) }
    }
}
