import CameraModel

@testable import DutyPolicy

/// A unit's life told in marks: what truly happens, and what its clocks say of it.
struct LedgerScript {
    static let second: Int64 = 1_000_000_000
    static let hour: Int64 = 3_600 * second

    private(set) var marks: [LedgerMark] = []
    /// What truly passed since the script's start, in nanoseconds.
    private(set) var truth: Int64 = 0
    private(set) var bootNumber = 1
    /// Of this boot.
    private(set) var boottime: Int64 = 500 * second
    private var monotonic: Int64 = 400 * second
    /// What the wall clock is wrong by.
    var error: Int64 = 0
    var uncertainty: Int64? = 50_000_000

    var boot: String { "boot-\(bootNumber)" }

    var reading: ClockReading {
        ClockReading(
            monotonic: MonotonicTime(nanoseconds: monotonic), boottime: boottime,
            utc: UTCTime(nanosecondsSince1970: 1_772_352_000 * Self.second + truth + error), source: .synchronised,
            uncertainty: uncertainty)
    }

    mutating func mark(_ kind: LedgerMark.Kind, _ standing: DutyStanding? = nil) {
        marks.append(LedgerMark(kind, boot: boot, clock: reading, standing: standing))
    }

    mutating func at(_ standing: DutyStanding) { mark(.standing, standing) }

    mutating func pass(_ seconds: Int64) { pass(nanoseconds: seconds * Self.second) }

    mutating func pass(nanoseconds: Int64) {
        truth += nanoseconds
        boottime += nanoseconds
        monotonic += nanoseconds
    }

    mutating func sleep(_ seconds: Int64) {
        truth += seconds * Self.second
        boottime += seconds * Self.second
    }

    /// Without power for some time, then booting for 8 s.
    mutating func reboot(afterSeconds seconds: Int64) {
        truth += (seconds + 8) * Self.second
        bootNumber += 1
        boottime = 8 * Self.second
        monotonic = 8 * Self.second
    }

    mutating func repeatMark(_ index: Int) { marks.append(marks[index]) }

    func ledger(longestSilence: Duration? = nil) -> ShiftLedger {
        var ledger = ShiftLedger(startingAt: marks[0], longestSilence: longestSilence)
        for mark in marks.dropFirst() { ledger.take(mark) }
        return ledger
    }
}

extension ShiftLedger {
    /// Accounts and whole seconds, for tests that compare.
    var rows: [String] {
        intervals.map { interval in
            let seconds = Double(interval.length.nanoseconds) / 1e9
            let length = interval.length.isKnown ? "\(seconds)" : "?"
            return "\(interval.account) \(length)"
        }
    }
}
