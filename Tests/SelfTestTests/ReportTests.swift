import CameraModel
import DutyPolicy
import Foundation
import SelfTest
import Testing

@Suite struct ReportTests {
    private func report(_ lines: [(SelfTestItem, Verdict)]) -> SelfTestReport {
        SelfTestReport(
            kind: .quick,
            started: ClockReading(
                monotonic: MonotonicTime(nanoseconds: 5), boottime: 5, utc: UTCTime(nanosecondsSince1970: 0),
                source: .simulated, uncertainty: 0), duration: .milliseconds(2250),
            items: lines.map {
                ItemResult(
                    item: $0.0, subject: "front",
                    judgement: Judgement(
                        $0.1,
                        [Measurement("rate", 29.97, unit: "fps", threshold: "27 to 33"), Measurement("x", .flag(true))]),
                    duration: .milliseconds(2200))
            })
    }

    @Test func `D.1.b: there are the twenty items ST-01 to ST-20`() {
        #expect(SelfTestItem.allCases.map(\.id) == (1...20).map { $0 < 10 ? "ST-0\($0)" : "ST-\($0)" })
        #expect(SelfTestItem.clause == "D.1.b")
    }

    @Test func `D.1.b: what is not fitted is neither passed nor a warning`() {
        #expect(report([(.motion, .notFitted), (.clock, .pass)]).outcome == .pass)
        #expect(Verdict.notFitted != .pass)
    }

    @Test func `D.1.b: what could not be judged is no pass`() {
        #expect(report([(.clock, .pass), (.speaker, .skipped("discreet mode"))]).outcome == .passWithWarnings)
    }

    @Test func `D.1.b(1): any failing component withholds the unit, with the code of each`() {
        let report = report([
            (.storageFree, .fail(.storageLow, "a")), (.writePath, .fail(.storageLow, "b")),
            (.cameraOpens, .fail(.cameraAbsent, "c")), (.position, .fail(.position, "d")), (.clock, .warn("e")),
        ])
        #expect(report.outcome == .fail([.cameraAbsent, .storageLow]))
        #expect(!report.outcome.isUsable)
        #expect(report.outcome.description == "FAIL(M01, M20)")
        #expect(report.codes == [.cameraAbsent, .storageLow, .position])
    }

    @Test func `D.1.b: a missing position is reported and withholds nothing`() {
        let report = report([(.position, .fail(.position, "x"))])
        #expect(report.outcome == .passWithWarnings)
        #expect(report.codes == [.position])
    }

    @Test func `D.1.b: a report comes back from JSON as it was`() throws {
        let report = report([
            (.clock, .pass), (.frames, .fail(.cameraDrops, "x")), (.motion, .notFitted), (.speaker, .skipped("y")),
            (.picture, .warn("z")),
        ])
        let text = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(SelfTestReport.self, from: text) == report)
        let json = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
        #expect(json["result"] as? String == "FAIL(M03)")
        #expect(json["usable"] as? Bool == false)
        let items = try #require(json["items"] as? [[String: Any]])
        #expect(items[1]["item"] as? String == "ST-06")
        #expect(items[1]["clause"] as? String == "D.1.b")
        #expect(items[1]["verdict"] as? String == "fail")
        #expect(items[1]["code"] as? String == "M03")
    }

    @Test(arguments: ["{}", "[]", #"{"kind":"quick"}"#, #"{"verdict":"splendid"}"#])
    func `D.1.b: what is no report is refused`(text: String) {
        #expect(throws: (any Error).self) { try JSONDecoder().decode(SelfTestReport.self, from: Data(text.utf8)) }
        #expect(throws: (any Error).self) { try JSONDecoder().decode(Verdict.self, from: Data(text.utf8)) }
    }

    @Test func `D.1.b: the table names item, verdict, code, reason and measured values`() {
        let text = report([(.frames, .fail(.cameraDrops, "frames are missing")), (.motion, .notFitted)]).text
        let lines = text.split(separator: "\n")
        #expect(
            lines[1]
                == "ST-06  frames arrive, front  fail M03    frames are missing; rate 29.97 fps (27 to 33); x yes")
        #expect(lines[2].hasPrefix("ST-17  motion sensor, front  not fitted"))
        #expect(lines.last == "FAIL(M03), quick, 2.25 s, begun 1970-01-01T00:00:00.000Z")
    }
}
