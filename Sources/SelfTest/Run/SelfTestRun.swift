package import CameraModel
package import DutyPolicy

/// A self-test on its way: checks side by side, a verdict for every line by the deadline whatever a check does.
///
/// A value that never blocks and reads no clock: whoever runs it steps it, on a thread of its own or on a virtual clock.
/// The unit goes on as always beside it; a recording starts at once.
package struct SelfTestRun: Sendable {
    private struct Entry: Sendable {
        var check: any SelfTestCheck
        var begun: MonotonicTime?
        var next: MonotonicTime
        var results: [ItemResult]?
    }

    private let kind: SelfTestKind
    private let started: ClockReading
    private let limit: Duration
    private let deadline: MonotonicTime
    private let progress: @Sendable (ItemResult) -> Void
    private var entries: [Entry]
    /// The whole test, once it has ended.
    package private(set) var report: SelfTestReport?

    /// Begins at `started`.
    ///
    /// - Parameters:
    ///   - checks: What to look at, each line once.
    ///   - kind: How thorough.
    ///   - limit: What has not finished by then has failed.
    ///   - started: The clocks now.
    ///   - progress: Told of each line as it is filled; called from ``step(at:)``.
    package init(
        _ checks: [any SelfTestCheck], kind: SelfTestKind, within limit: Duration, started: ClockReading,
        progress: @escaping @Sendable (ItemResult) -> Void = { _ in }
    ) {
        self.kind = kind
        self.limit = limit
        self.started = started
        self.progress = progress
        deadline = started.monotonic + limit
        entries = checks.map { Entry(check: $0, next: started.monotonic) }
    }

    /// When ``step(at:)`` has something to do; `nil` when the test has ended.
    package var nextEvent: MonotonicTime? {
        guard report == nil else { return nil }
        let due = entries.filter { $0.results == nil && ($0.begun != nil || mayBegin($0)) }.map(\.next)
        return min(due.min() ?? deadline, deadline)
    }

    /// Looks at every check that is due, and ends the test when all have finished or the time is up.
    package mutating func step(at now: MonotonicTime) {
        guard report == nil else { return }
        for index in entries.indices where entries[index].results == nil {
            if entries[index].begun == nil {
                guard mayBegin(entries[index]) else { continue }
                entries[index].begun = now
                entries[index].check.begin(at: now)
            }
            guard now >= entries[index].next, now < deadline else { continue }
            switch entries[index].check.step(at: now) {
            case .waiting(let until): entries[index].next = max(until, now + Self.shortest)
            case .finished(let judgements): finish(index, judgements, at: now)
            }
        }
        if now >= deadline {
            for index in entries.indices where entries[index].results == nil {
                let late = Judgement(.fail(.selfTestTimeout, "not finished after \(shown(limit.seconds)) s"))
                finish(index, entries[index].check.lines.map { _ in late }, at: now)
            }
        }
        guard entries.allSatisfy({ $0.results != nil }) else { return }
        let items = entries.flatMap { $0.results ?? [] }.enumerated().sorted {
            ($0.element.item.id, $0.offset) < ($1.element.item.id, $1.offset)
        }
        report = SelfTestReport(
            kind: kind, started: started, duration: now - started.monotonic, items: items.map(\.element))
    }

    /// A check that asks to be stepped at once would keep its thread from everything else.
    private static let shortest = Duration.milliseconds(5)

    /// What takes processor or disk waits for those that watch running devices; those always end by themselves.
    private func mayBegin(_ entry: Entry) -> Bool {
        !entry.check.isHeavy || !entries.contains { $0.check.isObserving && $0.results == nil }
    }

    private mutating func finish(_ index: Int, _ judgements: [Judgement], at now: MonotonicTime) {
        let begun = entries[index].begun ?? started.monotonic
        let results = zip(entries[index].check.lines, judgements).map { line, judgement in
            ItemResult(item: line.item, subject: line.subject, judgement: judgement, duration: now - begun)
        }
        entries[index].results = results
        for result in results { progress(result) }
    }
}
