/// The policy, clause by clause.
package enum Clauses {
    /// Every clause of sections A to I, in the order of print.
    ///
    /// Headings that say nothing by themselves (D.1, F.2 …) are the clauses' ``Clause/section``.
    package static let all: [Clause] =
        purpose + policy + definitions + beginningOfShift + activation + deactivation + malfunction + endOfShift
        + training + supervision + access + release + retention

    /// The clause with an identification, or `nil`.
    package static func clause(_ id: ClauseID) -> Clause? {
        byID[id]
    }

    /// A clause and all below it, in the order of print: `D.3.b` is D.3.b, D.3.b(1) and D.3.b(2), `F` is section F.
    ///
    /// - Parameter id: As a person types it; capitals do not matter.
    /// - Returns: Empty when there is no such clause and none below it.
    package static func clauses(at id: String) -> [Clause] {
        let wanted = id.lowercased()
        return all.filter { clause in
            let own = clause.id.text.lowercased()
            guard own != wanted else { return true }
            guard own.hasPrefix(wanted), !wanted.isEmpty, let next = own.dropFirst(wanted.count).first else {
                return false
            }
            // D.3.a has D.3.a(1), D.2.b(2) has D.2.b(2)a, D.2.b has its note; but D.1 has no D.10.
            return next == "." || next == "(" || next == " " || wanted.hasSuffix(")")
        }
    }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The headings of the policy; the longest that a clause begins with is its own.
    private static let headings: [(prefix: String, title: String)] = [
        ("A", "Purpose"),
        ("B", "Policy"),
        ("C", "Definitions"),
        ("D.1", "Beginning of the shift procedures"),
        ("D.2", "Use and activation of an issued or approved body-worn and dashboard cameras"),
        (
            "D.3",
            "When an issued or approved body-worn and dashboard cameras is not to be activated or should be deactivated"
        ),
        ("D.4", "Malfunction of Body-worn and dashboard cameras"),
        ("D.5", "End of Shift Procedures"),
        ("E", "Training"),
        ("F.1", "Chief of Police"),
        ("F.2", "Supervisors"),
        ("G", "Authorized Personnel Access to Uploaded Digital Multimedia Video Files"),
        ("H.1", "Releasing Body-worn and dashboard cameras Digital Multimedia Video Files"),
        ("H.2", "Duplicating Body-worn and dashboard cameras Digital Multimedia Video Files"),
        ("I", "Storage and Retention"),
    ]

    static func section(of id: ClauseID) -> String {
        headings.first { id.text.hasPrefix($0.prefix) }?.title ?? ""
    }
}
