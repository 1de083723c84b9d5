package import Evidence

/// Who or what an input comes from, for the journal.
package struct DutyOrigin: Hashable, Sendable {
    /// `gesture`, `command`, `line`, `device`, `self-test`, `scenario`, `time`.
    package var source: String
    /// What a person said of it, in one line.
    package var statement: String?
    /// A supervisor who was named.
    package var supervisor: String?
    package var details: JSONObject

    package init(_ source: String, statement: String? = nil, supervisor: String? = nil, details: JSONObject = [:]) {
        self.source = source
        self.statement = statement
        self.supervisor = supervisor
        self.details = details
    }
}
