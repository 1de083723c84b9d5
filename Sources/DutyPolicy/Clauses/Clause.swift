/// A clause of the policy, and what becomes of it.
///
/// The clauses are those of the Connecticut Police Officer Standards and Training Council, "Use of Body Worn and
/// Dashboard Cameras", effective 1 July 2022. ``Clauses/all`` has every one.
package struct Clause: Hashable, Sendable {
    /// As printed, slips included.
    package let id: ClauseID
    /// The heading that it stands under, in the policy's words.
    package var section: String { Clauses.section(of: id) }
    /// The clause's whole text in the policy's own words, slips included, without the text of the clauses below it.
    package let text: String
    package let handling: ClauseHandling
    /// What the unit leaves to people or to a later part of the project; `nil` when there is nothing of that kind.
    package let leaves: String?
    /// What is odd in print.
    package let note: String?
    /// The tests whose title begins with the clause's identification.
    package var shownBy: [ClauseTest] { ClauseTest.byClause[id] ?? [] }

    init(_ id: ClauseID, text: String, handling: ClauseHandling, leaves: String? = nil, note: String? = nil) {
        self.id = id
        self.text = text
        self.handling = handling
        self.leaves = leaves
        self.note = note
    }
}
