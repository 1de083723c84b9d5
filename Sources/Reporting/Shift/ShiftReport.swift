import CameraModel
package import DutyPolicy
package import Evidence

/// What a supervisor reads of a shift (clause F.2.a), made from the journal and nothing else.
///
/// Codable as JSON; ``text`` and ``page`` show it to people. It names the last entry that it was made from, so that
/// anybody can hold it against the journal.
package struct ShiftReport: Hashable, Sendable, Codable {
    package var unit: String
    package var officer: String?
    package var shift: String?
    package var start: ShiftMoment
    /// The shift's end, or the last sign of life where it has none.
    package var end: ShiftMoment
    /// Whether its end is in the journal.
    package var isEnded = false
    package var recordings: [ShiftRecording] = []
    package var stops: [ShiftStop] = []
    package var mutes: [ShiftSpan] = []
    /// From the stop to the reactivation that was owed (clause D.3.c), whatever the unit was at meanwhile.
    package var interruptions: [ShiftSpan] = []
    package var privacyPauses: [ShiftSpan] = []
    /// Faults and times off, of the ledger (clause D.4).
    package var gaps: [ShiftSpan] = []
    /// Late activations and early stops, found or declared (clause D.3.c).
    package var lateStarts: [ShiftNote] = []
    package var exceptions: [ShiftNote] = []
    /// Recorded although clause D.3.a has a case for it.
    package var policyExceptions: [ShiftNote] = []
    package var triggersNotFollowed: [ShiftNote] = []
    package var selfTests: [SelfTestTable] = []
    package var malfunctions: [ShiftMalfunction] = []
    /// Interruptions whose reactivation was still owed at the end.
    package var openDebts: [ShiftSpan] = []
    /// Contiguous, in order; adds up to ``end``'s offset to the nanosecond.
    package var ledger: [ShiftSpan] = []
    /// The ledger by account, in the order of first appearance.
    package var totals: [ShiftTotal] = []
    /// Entries whose state could not be read, whose time came late, or that cannot be true.
    package var doubtfulEntries = 0
    /// Numbers of the journal's first and last entry that it was made from.
    package var firstEntry: Int64
    package var lastEntry: Int64
    /// SHA-256 of the last one's line, which fixes all before it.
    package var lastHash: String

    /// Makes the report of a shift.
    ///
    /// - Parameters:
    ///   - records: The journal's proven entries, in order; those outside the shift are passed over.
    ///   - shift: Its id; the last one in the journal where it is `nil`.
    ///   - longestSilence: More time than this between two entries of a living firmware is unexplained; `nil` where no
    ///     heartbeat is written.
    /// - Throws: ``ShiftReportError/noShift(_:)``.
    package init(
        records: some Sequence<JournalRecord>, shift: String? = nil, longestSilence: Duration? = nil
    ) throws(ShiftReportError) {
        var finder = ShiftFinder(shift: shift, longestSilence: longestSilence)
        for record in records { finder.take(record) }
        guard let report = finder.finish() else { throw .noShift(shift) }
        self = report
    }

    /// Begins a report with the entry that begins the shift.
    init(startingAt record: JournalRecord) {
        let entry = record.line.entry
        unit = record.line.unit
        officer = entry.officer
        shift = entry.shift
        start = ShiftMoment(utc: entry.clock.utc.description, offset: .zero)
        end = start
        firstEntry = record.line.sequence
        lastEntry = record.line.sequence
        lastHash = record.hash
    }

    /// As one line of JSON, keys in order.
    ///
    /// - Throws: An error of the encoder; none is known.
    package func json() throws -> [UInt8] {
        try RecordCoding.encode(self)
    }
}

/// All that a shift has of one account.
package struct ShiftTotal: Hashable, Sendable, Codable {
    package var name: String
    package var code: String?
    package var length: LedgerLength
}
