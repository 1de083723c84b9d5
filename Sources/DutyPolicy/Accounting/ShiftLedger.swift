package import CameraModel

/// Puts every nanosecond of a shift down to one account (clause D.4).
///
/// A value, fed with marks in the order of the journal. Within one boot lengths come from CLOCK_BOOTTIME and
/// CLOCK_MONOTONIC alone, so that a step of the wall clock changes nothing. From one boot to the next there is only
/// the wall clock: its length carries the errors of both readings, and where it cannot be true the length is unknown,
/// never negative and never guessed. What no mark explains is ``OffCause/unknown``.
///
/// A mark that comes late counts as of the last one. The time from a start of the firmware to the first mark that
/// tells its duty still belongs to what it was off for.
package struct ShiftLedger: Hashable, Sendable {
    /// Contiguous, in order; they add up to ``length``.
    package private(set) var intervals: [LedgerInterval] = []
    /// Marks with a time before the last one's.
    package private(set) var lateMarks = 0
    /// Marks that cannot be true: of a boot that had ended, or with clocks that contradict each other.
    package private(set) var strayMarks = 0
    /// What the unit is at since the last mark; `nil` when no mark tells.
    package private(set) var account: LedgerAccount?
    /// The last instant that is accounted for.
    package private(set) var now: ClockReading

    private let longestSilence: Int64?
    private var boot: String
    private var formerBoots: Set<String> = []
    /// CLOCK_BOOTTIME at this boot's first mark.
    private var bootBegan: Int64
    /// Of all boots before this one, and between them.
    private var past = LedgerLength.zero
    /// What CLOCK_BOOTTIME is ahead of CLOCK_MONOTONIC, as far as accounted for as sleep, in nanoseconds.
    private var slept: Int64
    private var isShutDown = false

    /// Readings of the clocks lie apart by less than this, in nanoseconds; real sleep is longer.
    static let jitter: Int64 = 100_000_000
    /// No shift has a longer gap, in nanoseconds (a year): such a one is a clock that was set meanwhile.
    static let longestGap: Int64 = 31_536_000_000_000_000

    /// Begins with the shift.
    ///
    /// - Parameters:
    ///   - mark: The shift's start.
    ///   - longestSilence: Without a mark for longer than this the firmware hung, and the time is unexplained; `nil`
    ///     where no heartbeat is promised.
    package init(startingAt mark: LedgerMark, longestSilence: Duration? = nil) {
        self.longestSilence = longestSilence?.nanoseconds
        boot = mark.boot
        now = mark.clock
        bootBegan = mark.clock.boottime
        slept = mark.clock.boottime &- mark.clock.monotonic.nanoseconds
        account = mark.standing.map(LedgerAccount.init)
        isShutDown = mark.kind == .shutdown
    }

    /// From the shift's start to the last mark, counted beside the intervals.
    package var length: LedgerLength {
        past + LedgerLength(nanoseconds: now.boottime &- bootBegan)
    }

    /// What nothing explains (M93).
    package var unexplained: [LedgerInterval] {
        intervals.filter { $0.account == .off(.unknown) }
    }

    /// All that is put down to one account.
    package func total(of account: LedgerAccount) -> LedgerLength {
        intervals.lazy.filter { $0.account == account }.reduce(.zero) { $0 + $1.length }
    }

    /// Takes the next mark.
    package mutating func take(_ mark: LedgerMark) {
        if mark.boot == boot {
            goOn(to: mark)
        } else if formerBoots.contains(mark.boot) {
            strayMarks += 1
        } else {
            beginBoot(with: mark)
        }
    }

    /// The same boot: the clocks that never step tell the length.
    private mutating func goOn(to mark: LedgerMark) {
        let start: LedgerAccount? = mark.kind == .processStart ? .off(isShutDown ? .shutdown : .killed) : nil
        let (elapsed, overflow) = mark.clock.boottime.subtractingReportingOverflow(now.boottime)
        let (_, isTooLong) = mark.clock.boottime.subtractingReportingOverflow(bootBegan)
        guard !overflow, !isTooLong, elapsed <= Self.longestGap else { return distrust() }
        if elapsed < 0 {
            lateMarks += 1
        } else {
            guard let asleep = sleep(before: mark.clock) else { return distrust() }
            let awake = elapsed - min(asleep, elapsed)
            put(awake, to: start ?? account(after: awake), at: now.utc)
            put(elapsed - awake, to: .off(.suspended), at: now.utc + .nanoseconds(awake))
            now = mark.clock
        }
        settle(on: mark, afterStart: start)
    }

    /// What the time before a mark of the same process was.
    private func account(after silence: Int64) -> LedgerAccount {
        guard let account else { return .off(.unknown) }
        if case .off = account { return account }
        guard let longestSilence, silence > longestSilence else { return account }
        return .off(.unknown)
    }

    /// How long the unit has slept since the last mark; `nil` when the clocks contradict each other.
    private mutating func sleep(before clock: ClockReading) -> Int64? {
        let (awake, overflow) = clock.monotonic.nanoseconds.subtractingReportingOverflow(now.monotonic.nanoseconds)
        let (ahead, second) = clock.boottime.subtractingReportingOverflow(clock.monotonic.nanoseconds)
        let (asleep, third) = ahead.subtractingReportingOverflow(slept)
        guard !overflow, !second, !third, awake > -Self.jitter, asleep > -Self.jitter else { return nil }
        // Readings that differ by a little are not sleep; what adds up from many of them is.
        guard asleep >= Self.jitter else { return 0 }
        slept = ahead
        return asleep
    }

    /// Another boot: the wall clock alone tells the length.
    private mutating func beginBoot(with mark: LedgerMark) {
        guard mark.clock.boottime >= 0, mark.clock.boottime <= .max - Self.longestGap,
            mark.clock.monotonic.nanoseconds >= 0
        else {
            strayMarks += 1
            return
        }
        let cause = LedgerAccount.off(isShutDown ? .shutdown : .powerLost)
        let gap = gap(to: mark.clock)
        past = length + gap
        append(cause, gap, at: now.utc)
        formerBoots.insert(boot)
        boot = mark.boot
        bootBegan = mark.clock.boottime
        slept = mark.clock.boottime - mark.clock.monotonic.nanoseconds
        now = mark.clock
        settle(on: mark, afterStart: cause)
    }

    private func gap(to clock: ClockReading) -> LedgerLength {
        let (elapsed, overflow) = clock.utc.nanosecondsSince1970.subtractingReportingOverflow(
            now.utc.nanosecondsSince1970)
        var uncertainty: Int64?
        if let first = now.uncertainty, let second = clock.uncertainty, first >= 0, second >= 0 {
            let (sum, overflow) = first.addingReportingOverflow(second)
            uncertainty = overflow ? nil : sum
        }
        // The new boot has lasted for that long already: less is a clock that went back.
        let least = clock.boottime - min(uncertainty ?? 0, clock.boottime)
        guard !overflow, elapsed >= least, elapsed <= Self.longestGap else { return .unknown }
        return LedgerLength(nanoseconds: elapsed, uncertainty: uncertainty)
    }

    /// What goes on from a mark.
    ///
    /// - Parameters:
    ///   - mark: Accounted for up to its time.
    ///   - cause: Why the firmware began anew with it; `nil` where it did not.
    private mutating func settle(on mark: LedgerMark, afterStart cause: LedgerAccount?) {
        if mark.kind == .shutdown {
            account = .off(.shutdown)
            isShutDown = true
        } else if let standing = mark.standing {
            account = LedgerAccount(standing)
            isShutDown = false
        } else if let cause {
            account = cause
            isShutDown = false
        }
    }

    /// A mark's clocks are impossible: what the unit is at is not known until the next one tells.
    private mutating func distrust() {
        strayMarks += 1
        account = nil
    }

    private mutating func put(_ nanoseconds: Int64, to account: LedgerAccount, at utc: UTCTime) {
        guard nanoseconds > 0 else { return }
        append(account, LedgerLength(nanoseconds: nanoseconds), at: utc)
    }

    /// Adds an interval, or lengthens the last one.
    private mutating func append(_ account: LedgerAccount, _ length: LedgerLength, at utc: UTCTime) {
        guard length != .zero else { return }
        guard let last = intervals.last else {
            intervals.append(LedgerInterval(account: account, start: .zero, length: length, utc: utc))
            return
        }
        if last.account == account, last.length.isKnown, length.isKnown {
            intervals[intervals.count - 1].length = last.length + length
        } else {
            intervals.append(
                LedgerInterval(account: account, start: last.start + last.length, length: length, utc: utc))
        }
    }
}

extension UTCTime {
    /// A time that cannot be told stays where it was.
    fileprivate static func + (time: Self, duration: Duration) -> Self {
        let (sum, overflow) = time.nanosecondsSince1970.addingReportingOverflow(duration.nanoseconds)
        return overflow ? time : Self(nanosecondsSince1970: sum)
    }
}
