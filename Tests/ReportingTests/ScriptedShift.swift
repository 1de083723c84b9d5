import CameraModel
import DutyPolicy
import Evidence
import Simulation

@testable import Reporting

/// A duty machine and a journal on a simulated disk: what the firmware writes, for what happens to it.
final class ScriptedShift {
    let disk = SimulatedDisk()
    private var journal: Journal
    private var machine: DutyMachine
    private var number = 0
    private var bootNumber = 1
    private(set) var seconds: Int64 = 0
    private var bootBegan: Int64 = 0
    private var recording: Int?
    /// What the wall clock is wrong by.
    var error: Int64 = 0
    var shift: String? = "S-1"

    init() throws {
        machine = Self.machine
        journal = try Self.open(disk, 1)
    }

    private static var machine: DutyMachine {
        DutyMachine(times: DutyTimes(AgencyPolicy()), isBodyWorn: true, at: MonotonicTime(nanoseconds: 0))
    }

    private static func open(_ disk: SimulatedDisk, _ boot: Int) throws -> Journal {
        try Journal(
            on: disk, unit: "unit-7", boot: "boot-\(boot)",
            clock: VirtualClock(utc: UTCTime(nanosecondsSince1970: 1_772_352_000_000_000_000)))
    }

    var clock: ClockReading {
        let uptime = (seconds - bootBegan) * 1_000_000_000
        return ClockReading(
            monotonic: MonotonicTime(nanoseconds: uptime), boottime: uptime,
            utc: UTCTime(nanosecondsSince1970: 1_772_352_000_000_000_000 + (seconds + error) * 1_000_000_000),
            source: .simulated, uncertainty: 1_000_000)
    }

    /// Lets time pass, with the machine's deadlines.
    func pass(_ seconds: Int64) throws {
        let end = self.seconds + seconds
        while let deadline = machine.nextDeadline, deadline.nanoseconds <= (end - bootBegan) * 1_000_000_000 {
            self.seconds = max(self.seconds, bootBegan + (deadline.nanoseconds + 999_999_999) / 1_000_000_000)
            try give(.time)
        }
        self.seconds = end
    }

    func give(_ input: DutyInput, statement: String? = nil, details: JSONObject = [:]) throws {
        let effects = machine.handle(input, at: clock.monotonic)
        let after = machine.standing
        var told = details
        told["statement"] = statement.map(JSONValue.string)
        told["standing-code"] = after.code.map(JSONValue.string)
        if effects.contains(where: { if case .startRecording = $0 { true } else { false } }) {
            number += 1
            recording = number
        }
        var entries = [
            JournalEntry(
                .event, clock: clock, officer: "O-12", shift: shift, recording: recording,
                stateAfter: after.state.rawValue, cause: input.name, code: input.code, clause: input.clause.text,
                details: told)
        ]
        entries += effects.map { effect in
            JournalEntry(
                .effect, clock: clock, officer: "O-12", shift: shift, recording: recording, cause: effect.name,
                code: effect.code, clause: effect.clause.text, details: Self.details(of: effect))
        }
        try journal.append(entries)
    }

    private static func details(of effect: DutyEffect) -> JSONObject {
        var details: JSONObject = [:]
        switch effect {
        case .startRecording(let order):
            details["unfit"] = .bool(order.isUnfit)
            details["untested"] = .bool(order.isUntested)
            details["restricted"] = .bool(order.isRestricted)
            details["closes"] = order.closes.map { .string($0.code) }
        case .stopRecording(let order), .reportStub(let order):
            details["spoken"] = order.spoken.map { .string($0.rawValue) }
            details["consultation"] = order.consultation.code.map(JSONValue.string)
            details["contradicted"] = .bool(order.isContradicted)
        default: break
        }
        return details
    }

    func write(_ kind: LedgerMark.Kind) throws {
        try journal.append(JournalEntry(.event, clock: clock, shift: shift, cause: kind.rawValue))
    }

    /// The firmware is killed and begins anew after some seconds.
    func kill(for seconds: Int64) throws {
        try journal.close()
        self.seconds += seconds
        machine = Self.machine
        recording = nil
        journal = try Self.open(disk, bootNumber)
        try journal.append(
            JournalEntry(
                .event, clock: clock, shift: shift, stateAfter: machine.standing.state.rawValue,
                cause: LedgerMark.Kind.processStart.rawValue))
    }

    /// The power goes, and the unit is up again after some seconds.
    func cutPower(for seconds: Int64) throws {
        bootNumber += 1
        bootBegan = self.seconds + seconds - 8
        try kill(for: seconds)
    }

    var records: [JournalRecord] {
        get throws {
            var records: [JournalRecord] = []
            let result = try JournalReader.verify(on: disk) { records.append($0) }
            guard result.isAccepted else { throw ShiftReportError.noShift("\(result.faults)") }
            return records
        }
    }

    func report(longestSilence: Duration? = nil) throws -> ShiftReport {
        try ShiftReport(records: try records, longestSilence: longestSilence)
    }
}
