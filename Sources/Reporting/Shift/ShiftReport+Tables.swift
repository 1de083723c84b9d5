import DutyPolicy

extension ShiftReport {
    /// All that is shown, in order; a table without rows says "none".
    var tables: [ReportTable] {
        [totalsTable, recordingsTable, stopsTable]
            + [
                Self.spans("Interruptions", "D.3.c", interruptions), Self.spans("Open debts", "D.3.c", openDebts),
                Self.spans("Privacy pauses", "D.3.a", privacyPauses), Self.spans("Mutes", "D.2.c", mutes),
                Self.spans("Gaps", "D.4", gaps), Self.notes("Late activations and early stops", "D.3.c", lateStarts),
                Self.notes("For the supervisor", "F.2.a", exceptions),
                Self.notes("Recorded under a written exception", "D.3.a", policyExceptions),
                Self.notes("Triggers not followed in privacy", "D.3.a", triggersNotFollowed), malfunctionsTable,
            ] + selfTestTables + [Self.spans("Ledger", "D.4", ledger)]
    }

    /// Who, when, how long, and made from what.
    var headings: [(String, String)] {
        [
            ("Unit", unit), ("Officer", officer ?? "not named"), ("Shift", shift ?? "not named"),
            ("Start", start.utc),
            ("End", isEnded ? end.utc : "\(end.utc), last sign of life: the shift was not ended"),
            ("Length", ShiftText.length(end.offset)),
            ("Made from", "journal entries \(firstEntry) to \(lastEntry), SHA-256 \(lastHash)"),
        ] + (doubtfulEntries == 0 ? [] : [("Doubtful entries", String(doubtfulEntries))])
    }

    private var totalsTable: ReportTable {
        ReportTable(
            title: "Every second of the shift", clause: "D.4", columns: ["account", "time"],
            rows: totals.map { [ShiftText.code($0.name, $0.code), ShiftText.length($0.length)] }
                + [["shift", ShiftText.length(end.offset)]])
    }

    private var recordingsTable: ReportTable {
        ReportTable(
            title: "Recordings", clause: "D.2.b",
            columns: ["number", "start", "length", "trigger", "categories", "labels", "markers", "end", "remarks"],
            rows: recordings.map { recording in
                let remarks = [
                    recording.isUnfit ? "unfit unit" : nil, recording.isUntested ? "untested unit" : nil,
                    recording.isRestricted ? "restricted" : nil, recording.closes.map { "reactivation after \($0)" },
                ]
                return [
                    recording.number.map(String.init) ?? "?", ShiftText.moment(recording.start),
                    ShiftText.length(recording.length), recording.trigger,
                    recording.categories.joined(separator: " "), recording.labels.joined(separator: " "),
                    String(recording.markers), recording.end ?? "not ended",
                    remarks.compactMap(\.self).joined(separator: ", "),
                ]
            })
    }

    private var stopsTable: ReportTable {
        ReportTable(
            title: "Stops", clause: "D.3.b(2)",
            columns: ["recording", "when", "code", "clause", "reason spoken", "consulted", "remarks"],
            rows: stops.map { stop in
                let remarks = [
                    stop.isContradicted ? "triggers still on" : nil, stop.owesReport ? "report owed" : nil,
                ]
                return [
                    stop.recording.map(String.init) ?? "?", ShiftText.moment(stop.moment), stop.code,
                    stop.clause ?? "", stop.spoken ?? "by the unit", stop.consultation ?? "",
                    remarks.compactMap(\.self).joined(separator: ", "),
                ]
            })
    }

    private var malfunctionsTable: ReportTable {
        ReportTable(
            title: "Malfunctions", clause: "D.1.b(2)",
            columns: ["code", "what", "origin", "first seen", "last seen", "count", "recording", "ended", "statement"],
            rows: malfunctions.map { malfunction in
                [
                    malfunction.code, malfunction.title, malfunction.origin.rawValue,
                    ShiftText.moment(malfunction.firstSeen), ShiftText.moment(malfunction.lastSeen),
                    String(malfunction.count), malfunction.recording.map(String.init) ?? "",
                    malfunction.ended.map { "+\(ShiftText.time($0.offset.nanoseconds))" } ?? "",
                    malfunction.statement ?? "",
                ]
            })
    }

    private var selfTestTables: [ReportTable] {
        selfTests.map { test in
            ReportTable(
                title: "Self-test: \(test.result), \(ShiftText.moment(test.moment))", clause: "D.1.b",
                columns: ["item", "what", "verdict", "measured"],
                rows: test.rows.map { [$0.item, $0.title, ShiftText.code($0.verdict, $0.code), $0.measured] })
        }
    }

    private static func spans(_ title: String, _ clause: String, _ spans: [ShiftSpan]) -> ReportTable {
        ReportTable(
            title: title, clause: clause, columns: ["what", "recording", "start", "length", "end"],
            rows: spans.map { span in
                [
                    ShiftText.code(span.name, span.code), span.recording.map(String.init) ?? "",
                    ShiftText.moment(span.start), ShiftText.length(span.length), span.end ?? "",
                ]
            })
    }

    private static func notes(_ title: String, _ clause: String, _ notes: [ShiftNote]) -> ReportTable {
        ReportTable(
            title: title, clause: clause, columns: ["what", "when", "clause", "recording", "statement"],
            rows: notes.map { note in
                [
                    ShiftText.code(note.name, note.code), ShiftText.moment(note.moment), note.clause ?? "",
                    note.recording.map(String.init) ?? "", note.statement ?? "",
                ]
            })
    }
}
