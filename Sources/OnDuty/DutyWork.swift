package import DutyPolicy

/// What the duty has others do, beside recording: each returns at once.
package struct DutyWork: Sendable {
    /// Runs the self-test, and gives its end to ``Duty`` when it has ended.
    package var runSelfTest: @Sendable (SelfTestKind) -> Void
    /// Takes what a supervisor has to hear of; called when the journal has it.
    package var report: @Sendable (DutyNotice) -> Void

    package init(
        runSelfTest: @escaping @Sendable (SelfTestKind) -> Void, report: @escaping @Sendable (DutyNotice) -> Void
    ) {
        self.runSelfTest = runSelfTest
        self.report = report
    }
}

/// Something for a supervisor, with where and when it belongs.
package struct DutyNotice: Hashable, Sendable {
    package var effect: DutyEffect
    package var recording: Int?
    package var officer: String?
    package var shift: String?
    /// What a person said of it.
    package var statement: String?
    /// The journal's number of the entry that has it; `nil` when the journal could not be written.
    package var journal: Int64?
}
