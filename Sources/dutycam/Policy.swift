import ArgumentParser
import DutyPolicy
import Foundation

/// Shows the policy, what the unit does about it, and what proves that.
struct Policy: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the policy's clauses, what the unit does about each, and the tests that show it.",
        discussion: """
            The policy is the Connecticut Police Officer Standards and Training Council's "Use of Body Worn and \
            Dashboard Cameras", effective 1 July 2022. No daemon is needed. Exit codes: 0 done; 64 there is no such \
            clause.
            """)

    @Argument(help: "A clause with all below it, such as D.3.b or D.3.b(2); without it, every clause.")
    var clause: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let clauses = clause.map(Clauses.clauses(at:)) ?? Clauses.all
        guard !clauses.isEmpty else {
            throw ValidationError("the policy has no clause \"\(clause ?? "")\"; they are printed as D.3.b(2), F.1.l")
        }
        guard json else {
            print(PolicyReport(clauses).text)
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(clauses.map(PolicyReport.Entry.init)), as: UTF8.self))
    }
}
