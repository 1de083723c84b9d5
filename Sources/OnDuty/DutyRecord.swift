import CameraModel
import DutyPolicy
import Evidence

/// One input with what came of it, as the journal tells it: an entry for the input and one for each effect.
struct DutyRecord: Sendable {
    var input: DutyInput
    var origin: DutyOrigin
    var effects: [DutyEffect]
    var before: DutyStanding
    var after: DutyStanding
    var clock: ClockReading
    var facts: DutyFacts
    var recording: Int?

    var entries: [JournalEntry] {
        [event] + effects.map(entry)
    }

    private var event: JournalEntry {
        var details = origin.details
        details["source"] = .string(origin.source)
        if let statement = origin.statement { details["statement"] = .string(statement) }
        if let supervisor = origin.supervisor { details["supervisor"] = .string(supervisor) }
        if let code = after.code { details["standing-code"] = .string(code) }
        if case .reason(let statement) = input, let consultation = statement.consultation {
            details["consultation"] = .string(consultation.rawValue)
        }
        return entry(
            .event, cause: input.name, code: input.code, clause: input.clause, before: before.state.rawValue,
            after: after.state.rawValue, details: details)
    }

    private func entry(_ effect: DutyEffect) -> JournalEntry {
        var details: JSONObject = [:]
        switch effect {
        case .startRecording(let order):
            details["unfit"] = .bool(order.isUnfit)
            details["untested"] = .bool(order.isUntested)
            details["restricted"] = .bool(order.isRestricted)
            if let closes = order.closes { details["closes"] = .string(closes.code) }
        case .stopRecording(let order), .reportStub(let order):
            if let spoken = order.spoken { details["spoken"] = .string(spoken.rawValue) }
            if let consultation = order.consultation.code { details["consultation"] = .string(consultation) }
            details["contradicted"] = .bool(order.isContradicted)
        case .mark, .categorise, .label, .exception, .restrict, .discardPreEvent, .resumePreEvent, .mute, .discreet,
            .runSelfTest, .report, .malfunctionEnded, .exceptionReport, .prompt, .triggerNotFollowed, .refused,
            .shiftStarted, .shiftEnded:
            break
        }
        return entry(.effect, cause: effect.name, code: effect.code, clause: effect.clause, details: details)
    }

    private func entry(
        _ kind: JournalKind, cause: String, code: String?, clause: ClauseID, before: String? = nil,
        after: String? = nil, details: JSONObject
    ) -> JournalEntry {
        JournalEntry(
            kind, clock: clock, officer: facts.officer, shift: facts.shift, recording: recording, stateBefore: before,
            stateAfter: after, cause: cause, code: code, clause: clause.text, battery: facts.battery,
            freeBytes: facts.freeBytes, details: details)
    }
}
