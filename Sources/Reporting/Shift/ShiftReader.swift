import CameraModel
import DutyPolicy
import Evidence

/// Goes through a shift's entries and keeps what the report tells.
struct ShiftReader {
    var report: ShiftReport
    var ledger: ShiftLedger
    /// What lasts until something ends it.
    enum Lasting: CaseIterable {
        case mute, privacy, interruption

        var list: WritableKeyPath<ShiftReport, [ShiftSpan]> {
            switch self {
            case .mute: \.mutes
            case .privacy: \.privacyPauses
            case .interruption: \.interruptions
            }
        }
    }

    /// Places in the report's lists.
    var openRecording: Int?
    var open: [Lasting: Int] = [:]
    /// What a person said with the input whose effects follow.
    var statement: String?
    var isDeclared = false

    init(startingAt record: JournalRecord, standing: DutyStanding?, longestSilence: Duration?) {
        report = ShiftReport(startingAt: record)
        ledger = ShiftLedger(
            startingAt: LedgerMark(
                .standing, boot: record.line.boot, clock: record.line.entry.clock, standing: standing),
            longestSilence: longestSilence)
    }

    /// Now, as the ledger has it.
    var offset: LedgerLength { ledger.length }

    mutating func take(_ record: JournalRecord) {
        let entry = record.line.entry
        report.lastEntry = record.line.sequence
        report.lastHash = record.hash
        if LedgerMark.isDoubtful(record.line) { report.doubtfulEntries += 1 }
        if let mark = LedgerMark(record.line) {
            if mark.kind == .processStart { endAll(Self.beganAnew) }
            ledger.take(mark)
        }
        let moment = ShiftMoment(utc: entry.clock.utc.description, offset: offset)
        report.end = moment
        switch entry.kind {
        case .event: takeEvent(entry, at: moment)
        case .effect: takeEffect(entry, at: moment)
        default: break
        }
    }

    mutating func finish() -> ShiftReport {
        report.doubtfulEntries += ledger.lateMarks + ledger.strayMarks
        endAll(nil)
        report.openDebts = report.interruptions.filter { span in
            span.end == nil || span.end == Self.openDebt || span.end == Self.beganAnew
        }
        report.ledger = ledger.intervals.map { interval in
            ShiftSpan(
                name: interval.account.name, code: interval.account.code,
                start: ShiftMoment(utc: interval.utc.description, offset: interval.start), length: interval.length)
        }
        report.gaps = zip(ledger.intervals, report.ledger).filter { $0.0.account.isGap }.map(\.1)
        for interval in ledger.intervals {
            let (name, code) = (interval.account.name, interval.account.code)
            if let index = report.totals.firstIndex(where: { $0.name == name && $0.code == code }) {
                report.totals[index].length = report.totals[index].length + interval.length
            } else {
                report.totals.append(ShiftTotal(name: name, code: code, length: interval.length))
            }
        }
        accountMalfunctions()
        return report
    }

    static let beganAnew = "firmware began anew"
    static let openDebt = "owed at the shift's end"

    /// What the gaps themselves are: nobody was there to find it.
    private mutating func accountMalfunctions() {
        for interval in ledger.intervals {
            let start = ShiftMoment(utc: interval.utc.description, offset: interval.start)
            for code in interval.malfunctions {
                let end = ShiftMoment(utc: start.utc, offset: interval.start + interval.length)
                report.malfunctions.append(
                    ShiftMalfunction(
                        code: code.rawValue, title: code.title, origin: .accounted, firstSeen: start, lastSeen: start,
                        count: 1, ended: end))
            }
        }
    }

    // MARK: - Open ends

    mutating func endAll(_ end: String?) {
        if let index = openRecording {
            report.recordings[index].end = end
            report.recordings[index].length = since(report.recordings[index].start)
        }
        openRecording = nil
        for lasting in Lasting.allCases { close(lasting, end) }
    }

    mutating func close(_ lasting: Lasting, _ end: String?) {
        guard let index = open.removeValue(forKey: lasting) else { return }
        report[keyPath: lasting.list][index].length = since(report[keyPath: lasting.list][index].start)
        report[keyPath: lasting.list][index].end = end
    }

    func since(_ start: ShiftMoment) -> LedgerLength {
        let (now, then) = (offset, start.offset)
        // What the ledger adds later is as sure as the parts that came since.
        let uncertainty: Int64? = now.uncertainty.flatMap { now in then.uncertainty.map { now - $0 } }
        return LedgerLength(
            nanoseconds: now.nanoseconds - then.nanoseconds, uncertainty: uncertainty,
            unknownParts: now.unknownParts - then.unknownParts)
    }
}
