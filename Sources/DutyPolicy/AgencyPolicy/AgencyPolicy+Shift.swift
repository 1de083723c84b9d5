extension AgencyPolicy {
    /// A malfunction's way to the supervisor (clauses D.1.b(2) and D.4).
    package struct Malfunction: Hashable, Sendable {
        /// A report that nobody acknowledges goes further after so long; stricter is shorter: 1 to 30 min.
        package var escalation = Duration.seconds(1800)

        package init() {}
    }

    /// The agency's shifts and what is due at them.
    package struct Shift: Hashable, Sendable {
        /// What battery and storage have to last for; stricter is longer: 4 to 24 h (clause D.1.b).
        package var length = Duration.seconds(36_000)
        /// A recording that has not been transferred for so long is overdue; stricter is shorter: 1 to 24 h
        /// (clause D.5.a).
        package var transferOverdue = Duration.seconds(86_400)
        /// From one supervisor's inspection to the next; stricter is shorter: 1 to 31 d (clause F.2.b).
        package var inspectionInterval = Duration.seconds(30 * 86_400)
        /// Whether a unit is kept from an officer whose training has expired; otherwise both are warned (section E).
        ///
        /// Stricter is yes. It never blocks a start.
        package var expiredTrainingBlocks = false

        package init() {}
    }

    /// Where reports go (clause D.1.b(2)): at least one place.
    package struct Notifier: Hashable, Sendable {
        /// A file that reports are appended to; without a `/` in front, below the unit's state folder.
        package var file: String? = "notices.jsonl"
        /// An `http` or `https` address that each report is posted to.
        package var webhook: String?

        package init() {}
    }
}
