import DutyPolicy
import Evidence

extension ShiftReader {
    mutating func takeEvent(_ entry: JournalEntry, at moment: ShiftMoment) {
        statement = entry.details["statement"]?.string
        isDeclared = entry.cause == "declare"
        guard let cause = entry.cause else { return }
        if SelfTestVerdict.allCases.contains(where: { cause == DutyInput.selfTestEnded($0).name }) {
            report.selfTests.append(SelfTestTable(moment: moment, result: cause, details: entry.details))
        }
    }

    mutating func takeEffect(_ entry: JournalEntry, at moment: ShiftMoment) {
        let parts = (entry.cause ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        guard let name = parts.first else { return }
        let what = parts.count > 1 ? parts[1] : nil
        switch name {
        case "start-recording": start(entry, trigger: what ?? "unknown", at: moment)
        case "stop-recording": stop(entry, at: moment)
        case "report-stub": if let last = report.stops.indices.last { report.stops[last].owesReport = true }
        case "mark": change { $0.markers += 1 }
        case "categorise": if let code = entry.code { change { $0.categories.append(code) } }
        case "suggest-category": if let code = entry.code { change { $0.categories.append("\(code)?") } }
        case "label": label(entry, at: moment)
        case "restrict": change { $0.isRestricted = true }
        case "exception": report.policyExceptions.append(note(entry, "exception", at: moment))
        case "mute": begin(.mute, name, entry, at: moment)
        case "unmute": close(.mute, "unmuted")
        case "discard-pre-event": begin(.privacy, "privacy", entry, at: moment)
        case "resume-pre-event": close(.privacy, "left")
        case "report": malfunction(entry, at: moment)
        case "malfunction-ended": endMalfunction(entry, at: moment)
        case "exception-report": exception(entry, what ?? "unknown", at: moment)
        case "trigger-not-followed":
            report.triggersNotFollowed.append(note(entry, what ?? "unknown", at: moment))
        case "shift-ended":
            report.isEnded = true
        default: break
        }
    }

    private mutating func start(_ entry: JournalEntry, trigger: String, at moment: ShiftMoment) {
        let closes = entry.details["closes"]?.string
        if closes != nil { close(.interruption, "reactivated") }
        openRecording = report.recordings.count
        report.recordings.append(
            ShiftRecording(
                number: entry.recording, trigger: trigger, start: moment, length: .zero,
                categories: entry.code.map { [$0] } ?? [], labels: [], markers: 0,
                isUnfit: entry.details["unfit"]?.isTrue ?? false,
                isUntested: entry.details["untested"]?.isTrue ?? false,
                isRestricted: entry.details["restricted"]?.isTrue ?? false, closes: closes))
    }

    private mutating func stop(_ entry: JournalEntry, at moment: ShiftMoment) {
        let code = entry.code ?? "unknown"
        if let index = openRecording {
            report.recordings[index].end = code
            report.recordings[index].length = since(report.recordings[index].start)
        }
        openRecording = nil
        report.stops.append(
            ShiftStop(
                moment: moment, recording: entry.recording, code: code, clause: entry.clause,
                spoken: entry.details["spoken"]?.string, consultation: entry.details["consultation"]?.string,
                isContradicted: entry.details["contradicted"]?.isTrue ?? false, owesReport: false))
        // An unreadable code owes reactivation: the stricter reading.
        let owes = DeactivationReason(rawValue: code)?.owesReactivation ?? true
        if owes { begin(.interruption, "interrupted", entry, at: moment) }
    }

    private mutating func label(_ entry: JournalEntry, at moment: ShiftMoment) {
        guard let code = entry.code, let index = openRecording ?? report.recordings.indices.last else { return }
        report.recordings[index].labels.append(code)
    }

    private mutating func malfunction(_ entry: JournalEntry, at moment: ShiftMoment) {
        guard let code = entry.code else { return }
        if code == MalfunctionCode.lateActivation.rawValue || code == MalfunctionCode.earlyStop.rawValue {
            report.lateStarts.append(note(entry, isDeclared ? "declared" : "found", at: moment))
        }
        let origin: ShiftMalfunction.Origin = isDeclared ? .declared : .found
        if !isDeclared,
            let index = report.malfunctions.lastIndex(where: {
                $0.code == code && $0.origin == origin && $0.ended == nil
            })
        {
            report.malfunctions[index].count += 1
            report.malfunctions[index].lastSeen = moment
            return
        }
        report.malfunctions.append(
            ShiftMalfunction(
                code: code, title: MalfunctionCode(rawValue: code)?.title ?? "unknown code", origin: origin,
                firstSeen: moment, lastSeen: moment, count: 1,
                recording: openRecording == nil ? nil : entry.recording, statement: statement))
    }

    private mutating func endMalfunction(_ entry: JournalEntry, at moment: ShiftMoment) {
        for index in report.malfunctions.indices
        where report.malfunctions[index].code == entry.code && report.malfunctions[index].ended == nil
            && report.malfunctions[index].origin == .found
        {
            report.malfunctions[index].ended = moment
            report.malfunctions[index].lastSeen = moment
        }
    }

    private mutating func exception(_ entry: JournalEntry, _ name: String, at moment: ShiftMoment) {
        report.exceptions.append(note(entry, name, at: moment))
        switch name {
        case "open-debt": close(.interruption, Self.openDebt)
        case "debt-ended-without-recording":
            close(.interruption, "event ended without recording")
        default: break
        }
    }

    private func note(_ entry: JournalEntry, _ name: String, at moment: ShiftMoment) -> ShiftNote {
        ShiftNote(
            moment: moment, name: name, code: entry.code, clause: entry.clause, recording: entry.recording,
            statement: statement)
    }

    private mutating func change(_ change: (inout ShiftRecording) -> Void) {
        guard let index = openRecording else { return }
        change(&report.recordings[index])
    }

    private mutating func begin(
        _ lasting: Lasting, _ name: String, _ entry: JournalEntry, at moment: ShiftMoment
    ) {
        close(lasting, nil)
        open[lasting] = report[keyPath: lasting.list].count
        report[keyPath: lasting.list].append(
            ShiftSpan(name: name, code: entry.code, recording: entry.recording, start: moment, length: .zero))
    }
}
