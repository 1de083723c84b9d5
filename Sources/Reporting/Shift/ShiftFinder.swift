import DutyPolicy
import Evidence

/// Finds a shift in the journal, and lets it be read.
struct ShiftFinder {
    private let shift: String?
    private let longestSilence: Duration?
    private var standing: DutyStanding?
    private var reader: ShiftReader?
    private var found: ShiftReport?

    init(shift: String?, longestSilence: Duration?) {
        self.shift = shift
        self.longestSilence = longestSilence
    }

    mutating func take(_ record: JournalRecord) {
        let entry = record.line.entry
        if let told = LedgerMark(record.line)?.standing { standing = told }
        let isStart = entry.kind == .effect && entry.cause == DutyEffect.shiftStarted.name
        // The same shift again goes on, after the firmware began anew.
        if isStart, reader == nil || reader?.report.shift != entry.shift {
            finishReader()
            guard shift == nil || entry.shift == shift else { return }
            reader = ShiftReader(startingAt: record, standing: standing, longestSilence: longestSilence)
            return
        }
        reader?.take(record)
        if reader?.report.isEnded == true { finishReader() }
    }

    mutating func finish() -> ShiftReport? {
        finishReader()
        return found
    }

    private mutating func finishReader() {
        if var reader { found = reader.finish() }
        reader = nil
    }
}
