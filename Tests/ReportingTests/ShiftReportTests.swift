import DutyPolicy
import Evidence
import Testing

@testable import Reporting

struct ShiftReportTests {
    /// A stop with light bar, a hampered investigation, a break, a mute, a camera that fails, and a kill.
    static func busyShift() throws -> ScriptedShift {
        let shift = try ScriptedShift()
        try shift.give(.startShift(trainingIsCurrent: true))
        try shift.pass(10)
        try shift.give(.selfTestEnded(.passed), details: ["report": .object(SelfTestSample.report)])
        try shift.pass(590)
        try shift.give(.start(StartRequest(.lightBar, category: .motorVehicleStop)))
        try shift.pass(60)
        try shift.give(.mute(true))
        try shift.pass(20)
        try shift.give(.mute(false))
        try shift.give(.label(.prudent))
        try shift.give(.triggerEnded(.lightBar))
        try shift.pass(20)
        try shift.give(.stop)
        try shift.give(.speech(isHeard: true))
        try shift.pass(3)
        try shift.give(.speech(isHeard: false))
        try shift.give(.reason(ReasonStatement(.hamperedInvestigation, consultation: .notPossible)))
        try shift.give(.confirm)
        try shift.pass(45)
        try shift.give(.start(StartRequest(.manual)))
        try shift.pass(30)
        try shift.give(.unable(.cameraStalled))
        try shift.pass(5)
        try shift.give(.able)
        try shift.pass(10)
        try shift.give(.stop)
        try shift.give(.confirm)
        try shift.pass(20)
        try shift.give(.reason(ReasonStatement(.personal)))
        try shift.pass(120)
        try shift.give(.endPrivacy)
        try shift.pass(10)
        try shift.give(.declare(.lateActivation), statement: "pressed <late> & \"sorry\"")
        try shift.write(.heartbeat)
        try shift.kill(for: 4)
        try shift.pass(6)
        try shift.give(.start(StartRequest(.siren)))
        try shift.pass(10)
        try shift.give(.stop)
        try shift.give(.reason(ReasonStatement(.supervisorDirection)))
        try shift.give(.confirm)
        try shift.pass(30)
        return shift
    }

    @Test func `F.2.a: a supervisor sees each stop with its code, whether it was spoken, and the consultation`() throws
    {
        let report = try Self.busyShift().report()
        #expect(report.stops.map(\.code) == ["I01", "END0", "I02"])
        #expect(report.stops.map(\.spoken) == ["spoken", "not-spoken", "not-spoken"])
        #expect(report.stops.map(\.consultation) == ["S0", nil, nil])
        #expect(report.stops.map(\.owesReport) == [true, false, true])
        #expect(report.stops[0].clause == "D.3.b(1)")
    }

    @Test func `F.2.a: recordings come with trigger, length, labels and what they reactivate`() throws {
        let report = try Self.busyShift().report()
        #expect(report.recordings.map(\.trigger) == ["lightBar", "manual", "siren"])
        #expect(report.recordings.map { $0.length.nanoseconds / 1_000_000_000 } == [103, 55, 10])
        #expect(report.recordings[0].categories == ["MVST"])
        #expect(report.recordings[0].labels == ["E3"])
        #expect(report.recordings.map(\.closes) == [nil, "I01", nil])
        #expect(report.recordings[2].isUntested)
    }

    @Test func `F.2.a: mutes, privacy pauses and interruptions come with their lengths`() throws {
        let report = try Self.busyShift().report()
        #expect(report.mutes.map { $0.length.nanoseconds } == [20_000_000_000])
        #expect(report.privacyPauses.map(\.code) == ["P03"])
        #expect(report.privacyPauses.map { $0.length.nanoseconds } == [120_000_000_000])
        #expect(report.interruptions.map(\.code) == ["I01", "I02"])
        #expect(report.interruptions[0].length.nanoseconds == 45_000_000_000)
        #expect(report.interruptions[0].end == "reactivated")
    }

    @Test func `D.3.c: a debt that is open when the shift ends is listed`() throws {
        let shift = try Self.busyShift()
        #expect(try shift.report().openDebts.map(\.code) == ["I02"])
        #expect(try !shift.report().isEnded)
        try shift.give(.startShift(trainingIsCurrent: true))
        try shift.give(.endShift)
        let report = try shift.report()
        #expect(report.isEnded)
        #expect(report.openDebts.map(\.code) == ["I02"])
        #expect(report.exceptions.map(\.name) == ["used-untested", "open-debt"])
    }

    @Test func `D.4: the report's ledger adds up to the shift, with fault and kill as gaps`() throws {
        let report = try Self.busyShift().report()
        #expect(report.ledger.reduce(.zero) { $0 + $1.length } == report.end.offset)
        #expect(report.totals.reduce(.zero) { $0 + $1.length } == report.end.offset)
        #expect(report.gaps.map(\.code) == ["M02", "killed"])
        #expect(report.gaps.map { $0.length.nanoseconds } == [5_000_000_000, 4_000_000_000])
        #expect(report.totals.map { ShiftText.code($0.name, $0.code) }.contains("interrupted I01"))
    }

    @Test func `D.4: malfunctions found, declared and accounted for are told apart`() throws {
        let report = try Self.busyShift().report()
        #expect(report.malfunctions.map(\.code) == ["M02", "M94", "M70"])
        #expect(report.malfunctions.map(\.origin) == [.found, .declared, .accounted])
        #expect(report.malfunctions[0].ended != nil)
        #expect(report.lateStarts.map(\.statement) == ["pressed <late> & \"sorry\""])
    }

    @Test func `D.4: a power cut in a recording is a gap, and the recording has no end of its own`() throws {
        let shift = try ScriptedShift()
        try shift.give(.startShift(trainingIsCurrent: true))
        try shift.give(.selfTestEnded(.passed))
        try shift.give(.start(StartRequest(.manual)))
        try shift.pass(30)
        try shift.write(.heartbeat)
        try shift.cutPower(for: 100)
        try shift.pass(5)
        try shift.write(.heartbeat)
        let report = try shift.report()
        #expect(report.recordings.map(\.end) == ["firmware began anew"])
        #expect(report.recordings[0].length.nanoseconds == 30_000_000_000)
        #expect(report.gaps.map { $0.length } == [LedgerLength(nanoseconds: 100_000_000_000, uncertainty: 2_000_000)])
        #expect(report.malfunctions.map(\.code) == ["M13"])
    }

    @Test func `D.4: silence that no heartbeat explains is M93 in the report`() throws {
        let shift = try ScriptedShift()
        try shift.give(.startShift(trainingIsCurrent: true))
        try shift.pass(20)
        try shift.write(.heartbeat)
        let report = try shift.report(longestSilence: .seconds(6))
        #expect(report.gaps.map(\.code) == ["unknown"])
        #expect(report.malfunctions.map(\.code) == ["M93"])
    }

    @Test func `D.1.b: the self-test's table is in the report`() throws {
        let report = try Self.busyShift().report()
        #expect(report.selfTests.count == 1)
        #expect(report.selfTests[0].rows.map(\.item) == ["ST-01", "ST-05"])
        #expect(report.selfTests[0].rows[1].measured == "does not open; rate 0 fps (>= 24)")
    }

    @Test func `one shift of several is found by its id, and the last one without`() throws {
        let shift = try ScriptedShift()
        for id in ["S-1", "S-2"] {
            shift.shift = id
            try shift.give(.startShift(trainingIsCurrent: true))
            try shift.give(.selfTestEnded(.passed))
            try shift.pass(60)
            try shift.give(.endShift)
            try shift.pass(60)
        }
        let records = try shift.records
        #expect(try ShiftReport(records: records).shift == "S-2")
        #expect(try ShiftReport(records: records, shift: "S-1").end.offset.nanoseconds == 60_000_000_000)
        #expect(throws: ShiftReportError.noShift("S-3")) { try ShiftReport(records: records, shift: "S-3") }
        #expect(throws: ShiftReportError.noShift(nil)) { try ShiftReport(records: []) }
    }

    @Test func `a state that nobody understands is counted, and explains no time`() throws {
        let shift = try ScriptedShift()
        try shift.give(.startShift(trainingIsCurrent: true))
        try shift.give(.selfTestEnded(.passed), details: [:])
        var records = try shift.records
        records[records.count - 1].line.entry.stateAfter = "asleep"
        #expect(try ShiftReport(records: records).doubtfulEntries == 1)
    }

    @Test func `the report comes back from its JSON`() throws {
        let report = try Self.busyShift().report()
        #expect(try RecordCoding.decode(ShiftReport.self, from: report.json()) == report)
    }

    @Test func `the page escapes what people said and runs nothing`() throws {
        let page = try Self.busyShift().report().page
        #expect(page.contains("pressed &lt;late&gt; &amp; &quot;sorry&quot;"))
        #expect(!page.contains("<script"))
        #expect(!page.contains("http"))
        #expect(ShiftReport.escaped("a\u{0}\u{202E}b\u{FFFF}") == "a\u{FFFD}\u{FFFD}b\u{FFFD}")
    }
}

/// A self-test's table in the form that the self-test writes.
enum SelfTestSample {
    static let report: JSONObject = [
        "result": "passed",
        "items": [
            [
                "item": "ST-01", "title": "battery level", "subject": "", "verdict": "pass", "seconds": 0,
                "measurements": [["name": "level", "value": 95, "unit": "%", "threshold": ">= 90"]],
            ],
            [
                "item": "ST-05", "title": "camera present, mode set", "subject": "front", "verdict": "fail",
                "code": "M01", "reason": "does not open", "seconds": 1,
                "measurements": [["name": "rate", "value": 0, "unit": "fps", "threshold": ">= 24"]],
            ],
        ],
    ]
}
