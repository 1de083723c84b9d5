import CameraModel
import SelfTest
import Testing

@Suite struct ClockJudgementTests {
    private let limits = SelfTestLimits()
    /// 2026-07-01.
    private let now: Int64 = 1_782_864_000_000_000_000
    private let hour: Int64 = 3_600_000_000_000

    private func clock(
        _ source: ClockSource = .synchronised, error: Int64? = 1_000_000, at utc: Int64? = nil, journal: Int64? = nil,
        built: Int64? = nil, synchronised: Int64? = nil
    ) -> ClockMeasure {
        ClockMeasure(
            reading: ClockReading(
                monotonic: MonotonicTime(nanoseconds: 0), boottime: 0,
                utc: UTCTime(nanosecondsSince1970: utc ?? now), source: source, uncertainty: error),
            lastJournalEntry: journal.map { UTCTime(nanosecondsSince1970: $0) },
            built: built.map { UTCTime(nanosecondsSince1970: $0) },
            lastSynchronised: synchronised.map { UTCTime(nanosecondsSince1970: $0) })
    }

    @Test(arguments: [
        (Int64(1_000_000_000), "pass"), (1_000_000_001, "warn"), (5_000_000_000, "warn"), (5_000_000_001, "M32"),
    ])
    func `D.1.b: ST-12 passes up to 1 s of error, warns up to 5 s, and fails with M32 above`(
        error: Int64, expected: String
    ) {
        #expect(word(limits.judgeClock(clock(error: error))) == expected)
    }

    @Test func `D.1.b: ST-12 fails with M30 before the last journal entry or the build`() {
        #expect(word(limits.judgeClock(clock(journal: now))) == "pass")
        #expect(word(limits.judgeClock(clock(journal: now + 1))) == "M30")
        #expect(word(limits.judgeClock(clock(built: now))) == "pass")
        #expect(word(limits.judgeClock(clock(built: now + 1))) == "M30")
        #expect(word(limits.judgeClock(clock(.unsynchronised, error: nil, at: 0, built: now))) == "M30")
    }

    @Test func `D.1.b: ST-12 warns of a clock that runs free for less than a day and fails with M32 after`() {
        let free = clock(.unsynchronised, error: nil, synchronised: now - 24 * hour + 1)
        #expect(word(limits.judgeClock(free)) == "warn")
        let old = clock(.unsynchronised, error: nil, synchronised: now - 24 * hour)
        #expect(word(limits.judgeClock(old)) == "M32")
    }

    @Test func `D.1.b: ST-12 warns of a clock that was never synchronised, unless the agency refuses it`() {
        let never = clock(.unsynchronised, error: nil)
        #expect(word(limits.judgeClock(never)) == "warn")
        var strict = limits
        strict.allowsUnsynchronisedClock = false
        #expect(word(strict.judgeClock(never)) == "M32")
    }

    @Test func `D.1.b: ST-12 warns of a synchronised clock whose error nobody knows`() {
        #expect(word(limits.judgeClock(clock(error: nil))) == "warn")
    }
}
