package import DutyPolicy
package import Evidence

extension LedgerMark {
    /// What an entry of the journal tells the ledger; `nil` for the journal's own, which the next firmware may write.
    ///
    /// An event whose cause is a ``Kind`` by name is that; an entry with a state tells the duty; any other is a
    /// heartbeat, since something lived that wrote it.
    package init?(_ line: JournalLine) {
        let entry = line.entry
        guard !entry.kind.isOwn else { return nil }
        let standing = entry.stateAfter.flatMap(DutyState.init).flatMap { state in
            DutyStanding(state: state, code: entry.details["standing-code"]?.string)
        }
        let named = entry.kind == .event ? entry.cause.flatMap(Kind.init) : nil
        self.init(
            named ?? (standing == nil ? .heartbeat : .standing), boot: line.boot, clock: entry.clock,
            standing: standing)
    }

    /// Whether an entry tells a state that nobody understands.
    static func isDoubtful(_ line: JournalLine) -> Bool {
        line.entry.stateAfter != nil && LedgerMark(line)?.standing == nil
    }
}
