import DutyPolicy
import Testing

struct ClausesTests {
    /// As printed, counted in the policy by hand.
    @Test(arguments: [
        ("A", 13), ("B", 4), ("C", 5), ("D.1", 4), ("D.2", 19), ("D.3", 15), ("D.4", 1), ("D.5", 6), ("E", 1),
        ("F.1", 5), ("F.2", 7), ("G", 15), ("H", 3), ("I", 10),
    ])
    func `every clause of a section is there`(section: String, count: Int) {
        #expect(Clauses.clauses(at: section).count == count)
    }

    @Test func `nothing is there twice, and nothing outside of the sections`() {
        #expect(Clauses.all.count == 108)
        #expect(Set(Clauses.all.map(\.id)).count == 108)
        #expect(Clauses.all.allSatisfy { !$0.section.isEmpty })
    }

    @Test func `a slip of the print is kept and noted`() {
        #expect(Clauses.clauses(at: "F.1").map(\.id.text) == ["F.1.a", "F.1.b", "F.1.c", "F.1.l", "F.1.e"])
        #expect(
            Clauses.clauses(at: "I.2").map(\.id.text)
                == ["I.2", "I.2.a", "I.2.b", "I.2.c", "I.2.d", "I.2.m", "I.2.n", "I.2.o", "I.2.o(1)"])
        for id: ClauseID in ["F.1.l", "I.2.m", "D.3.c", "E"] { #expect(Clauses.clause(id)?.note != nil) }
    }

    @Test func `every clause has its words, and says in sentences what becomes of it`() {
        for clause in Clauses.all {
            #expect(clause.text.count > 10, "\(clause.id)")
            #expect(clause.text.trimmed == clause.text, "\(clause.id)")
            for words in [clause.handling.words, clause.leaves, clause.note].compactMap(\.self) {
                #expect(words.last == ".", "\(clause.id)")
                #expect(!words.contains("  ") && !words.contains("\n"), "\(clause.id)")
            }
        }
    }

    @Test(arguments: [
        ("D.3.b", ["D.3.b", "D.3.b(1)", "D.3.b(2)"]), ("d.3.b(2)", ["D.3.b(2)"]),
        ("D.2.c", ["D.2.c", "D.2.c(1)", "D.2.c(2)"]),
        ("D.2.b NOTE", ["D.2.b NOTE"]), ("I.2.o", ["I.2.o", "I.2.o(1)"]), ("E", ["E"]), ("D.4", ["D.4"]),
        ("D.3.a(1)", ["D.3.a(1)"]), ("D.6", []), ("", []), ("J", []), ("D.", []), ("D.3.b(", []), ("😀", []),
    ])
    func `a clause is found with what is below it`(id: String, found: [String]) {
        #expect(Clauses.clauses(at: id).map(\.id.text) == found)
    }

    @Test func `a clause with letters below it is found with all of them`() {
        #expect(Clauses.clauses(at: "D.2.b(2)").count == 12)
        #expect(Clauses.clauses(at: "D.2.b").count == 15)
        #expect(Clauses.clauses(at: "D.3.a").count == 11)
    }

    @Test func `every clause that the code cites is in the policy`() {
        var cited = ActivationCategory.allCases.compactMap(\.clause)
        cited += DeactivationReason.allCases.map(\.clause)
        cited += MalfunctionCode.allCases.map(\.clause)
        cited += PolicyException.allCases.map(\.clause)
        cited += TerminationCause.allCases.map(\.clause)
        cited += EvidenceLabel.allCases.map(\.clause)
        cited += AgencyPolicy.limits.flatMap { [$0.floor.clause, $0.ceiling.clause] }
        #expect(cited.filter { Clauses.clause($0) == nil } == [])
    }

    /// Against codes that cite their neighbour.
    @Test(arguments: [
        ("VPUR", "Vehicular pursuits"), ("MVST", "Motor vehicle stops"), ("MAST", "Motorist assists"),
        ("STMT", "taking of statements"), ("INTV", "interviews"), ("PRIS", "prisoners"), ("DGRS", "dangerous"),
        ("DISC", "should be documented"), ("FPUR", "Foot Pursuits"), ("UOFA", "anticipates a use of force"),
        ("WARR", "warrants"), ("BKUP", "arriving on a scene"),
    ])
    func `a category cites the clause with its words`(code: String, words: String) throws {
        let category = try #require(ActivationCategory(rawValue: code))
        #expect(try Clauses.clause(#require(category.clause))?.text.contains(words) == true)
    }

    @Test(arguments: [
        ("P01", "other law enforcement agency personnel"), ("P02", "undercover"), ("P03", "break"),
        ("P04", "treatment"),
        ("P05", "hospital"), ("P06", "mental health facility"), ("P07", "private conversation"), ("P08", "telephonic"),
        ("P09", "strip search"), ("P10", "locker room"), ("I01", "significantly hampered"), ("END0", "conclusion"),
    ])
    func `a reason cites the clause with its words`(code: String, words: String) throws {
        let reason = try #require(DeactivationReason(rawValue: code))
        #expect(Clauses.clause(reason.clause)?.text.contains(words) == true)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
