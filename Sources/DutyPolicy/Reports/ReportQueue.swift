package import CameraModel

/// The reports that are open, due or not yet acknowledged: a value, without clock or I/O.
///
/// Whoever keeps it writes it down after each change and before telling anybody. The same code while it is open is one
/// report that counts up. Deliveries are told apart by their ids; one that a notifier has is never given again.
package struct ReportQueue: Hashable, Sendable, Codable {
    package private(set) var unit: String
    package private(set) var notifiers: [String]
    /// Unacknowledged for so long a report goes further (``AgencyPolicy/Malfunction/escalation``).
    package private(set) var escalation: Duration
    package private(set) var reports: [MalfunctionReport] = []
    package private(set) var deliveries: [ReportDelivery] = []
    /// When each report goes further, in this boot.
    private var escalations: [String: MonotonicTime] = [:]
    private var next = 1

    /// Of a statement, in characters.
    package static let longestStatement = 2000
    /// So many settled reports are kept to look at; the journal has them all.
    static let settledKept = 200

    package init(unit: String, notifiers: [String], escalation: Duration) {
        self.unit = unit
        self.notifiers = notifiers
        self.escalation = escalation
    }

    /// The same reports under an agency's newer choices; a notifier that is gone is owed nothing more.
    package func with(unit: String, notifiers: [String], escalation: Duration) -> Self {
        var queue = self
        queue.unit = unit
        queue.notifiers = notifiers
        queue.escalation = escalation
        queue.deliveries.removeAll { !notifiers.contains($0.notifier) && $0.delivered == nil }
        return queue
    }

    /// Takes what the unit found: a new report, or one more of an open one.
    ///
    /// - Returns: The report's id.
    @discardableResult
    package mutating func find(
        _ code: MalfunctionCode, recording: Int? = nil, boot: String, at clock: ClockReading
    ) -> String {
        let open = reports.firstIndex {
            $0.subject == .malfunction(code) && $0.origin == .found && $0.ended == nil
        }
        guard let open else {
            return add(.malfunction(code), .found, recording: recording, statement: nil, boot: boot, at: clock)
        }
        reports[open].count += 1
        reports[open].lastSeen = max(reports[open].lastSeen, clock.utc)
        return reports[open].id
    }

    /// Takes what a person declares (clauses D.1.b(2), D.4): each time a report of its own.
    ///
    /// - Returns: The report's id.
    /// - Throws: ``ReportRefusal`` for a code that is not for people, and for a missing or endless statement.
    @discardableResult
    package mutating func declare(
        _ code: MalfunctionCode, statement: String?, by name: String?, recording: Int? = nil, boot: String,
        at clock: ClockReading
    ) throws(ReportRefusal) -> String {
        guard code.isDeclared else { throw .notDeclarable(code) }
        guard let statement, statement.contains(where: { !$0.isWhitespace }) else { throw .statementMissing(code) }
        guard statement.unicodeScalars.count <= Self.longestStatement else {
            throw .statementTooLong(limit: Self.longestStatement)
        }
        return add(
            .malfunction(code), .declared(by: name), recording: recording, statement: statement, boot: boot, at: clock)
    }

    /// Takes the stub of a report that the officer owes for a deactivation (clause D.3.b(2)).
    ///
    /// - Returns: The report's id.
    @discardableResult
    package mutating func owe(
        _ order: StopOrder, recording: Int?, boot: String, at clock: ClockReading
    ) -> String {
        add(
            .deactivation(code: order.code, spoken: order.spoken), .found, recording: recording, statement: nil,
            boot: boot, at: clock)
    }

    /// A malfunction is gone: the next one of its code is another report.
    package mutating func end(_ code: MalfunctionCode, at clock: ClockReading) {
        for index in reports.indices
        where reports[index].subject == .malfunction(code) && reports[index].origin == .found
            && reports[index].ended == nil
        {
            reports[index].ended = clock.utc
            reports[index].lastSeen = max(reports[index].lastSeen, clock.utc)
        }
        dropSettled()
    }

    /// Somebody has taken notice.
    ///
    /// - Throws: ``ReportRefusal`` for an unknown report, one that has been acknowledged, or no name.
    package mutating func acknowledge(_ id: String, by name: String, at clock: ClockReading) throws(ReportRefusal) {
        guard let index = reports.firstIndex(where: { $0.id == id }) else { throw .unknownReport(id) }
        if let earlier = reports[index].acknowledgedBy { throw .alreadyAcknowledged(by: earlier) }
        guard name.contains(where: { !$0.isWhitespace }) else { throw .nameMissing }
        reports[index].acknowledged = clock.utc
        reports[index].acknowledgedBy = name
        escalations[id] = nil
        dropSettled()
    }

    // MARK: - Delivery

    /// What to try now, in the order of its making.
    package func due(at now: MonotonicTime) -> [ReportDelivery] {
        deliveries.filter { $0.delivered == nil && $0.due <= now }
    }

    /// When there is something to do next; `nil` when nothing waits.
    package var nextDeadline: MonotonicTime? {
        (deliveries.filter { $0.delivered == nil }.map(\.due) + escalations.values).min()
    }

    /// A notifier has it.
    package mutating func delivered(_ delivery: ReportDelivery, at clock: ClockReading) {
        guard let index = place(of: delivery), deliveries[index].delivered == nil else { return }
        deliveries[index].delivered = clock.utc
        if let report = reports.firstIndex(where: { $0.id == delivery.report.id }), reports[report].notified == nil {
            reports[report].notified = clock.utc
        }
        dropSettled()
    }

    /// A notifier could not be given it.
    package mutating func failed(_ delivery: ReportDelivery, at now: MonotonicTime) {
        guard let index = place(of: delivery), deliveries[index].delivered == nil else { return }
        deliveries[index].failures += 1
        deliveries[index].due = now + ReportDelivery.wait(afterFailures: deliveries[index].failures)
    }

    /// Makes notices of what nobody has acknowledged in time; each report goes further once.
    package mutating func escalate(at clock: ClockReading) {
        for index in reports.indices {
            guard let deadline = escalations[reports[index].id], deadline <= clock.monotonic else { continue }
            escalations[reports[index].id] = nil
            reports[index].escalated = clock.utc
            send(reports[index], .escalation, at: clock.monotonic)
        }
    }

    /// Goes on after a restart, when no monotonic time of before means anything.
    ///
    /// What waited is due at once. What has to be acknowledged keeps the time that is left by the wall clock, and never
    /// gets more than it had.
    package mutating func resume(at clock: ClockReading) {
        for index in deliveries.indices where deliveries[index].delivered == nil {
            deliveries[index].due = clock.monotonic
            deliveries[index].failures = 0
        }
        for report in reports where escalations[report.id] != nil {
            let (passed, overflow) = clock.utc.nanosecondsSince1970.subtractingReportingOverflow(
                report.firstSeen.nanosecondsSince1970)
            let left = escalation.nanoseconds - min(max(0, overflow ? 0 : passed), escalation.nanoseconds)
            escalations[report.id] = clock.monotonic + .nanoseconds(left)
        }
    }

    // MARK: -

    private mutating func add(
        _ subject: MalfunctionReport.Subject, _ origin: MalfunctionReport.Origin, recording: Int?, statement: String?,
        boot: String, at clock: ClockReading
    ) -> String {
        let id = "\(unit)-\(boot.prefix(8))-\(clock.monotonic.nanoseconds)-\(next)"
        next += 1
        var report = MalfunctionReport(
            id: id, subject: subject, origin: origin, firstSeen: clock.utc, lastSeen: clock.utc, recording: recording,
            statement: statement)
        if origin != .found || !report.isUrgent { report.ended = clock.utc }
        reports.append(report)
        if report.isUrgent { escalations[id] = clock.monotonic + escalation }
        send(report, .first, at: clock.monotonic)
        return id
    }

    private mutating func send(_ report: MalfunctionReport, _ kind: ReportDelivery.Kind, at now: MonotonicTime) {
        let id = kind == .first ? report.id : "\(report.id)-\(kind.rawValue)"
        for notifier in notifiers {
            deliveries.append(
                ReportDelivery(id: id, kind: kind, notifier: notifier, report: report, due: now))
        }
    }

    private func place(of delivery: ReportDelivery) -> Int? {
        deliveries.firstIndex { $0.id == delivery.id && $0.notifier == delivery.notifier }
    }

    /// Keeps only so many of what is over, delivered, and acknowledged where that is due.
    private mutating func dropSettled() {
        let waiting = Set(deliveries.filter { $0.delivered == nil }.map(\.report.id))
        let settled = reports.filter { report in
            report.ended != nil && (report.acknowledged != nil || !report.isUrgent) && !waiting.contains(report.id)
        }
        guard settled.count > Self.settledKept else { return }
        let dropped = Set(settled.prefix(settled.count - Self.settledKept).map(\.id))
        reports.removeAll { dropped.contains($0.id) }
        deliveries.removeAll { dropped.contains($0.report.id) }
    }
}
