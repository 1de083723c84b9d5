import Foundation
import Testing

@testable import Reporting

struct ShiftGoldenTests {
    /// Written anew by `DUTYCAM_WRITE_GOLDEN=1 swift test --filter ShiftGoldenTests`; `Tests/thirdparty/page` has the
    /// page judged by somebody else.
    @Test(arguments: ["shift.txt", "shift.html", "shift.json"])
    func `F.2.a: a scripted shift gives its golden report`(name: String) throws {
        let report = try ShiftReportTests.busyShift().report()
        let words =
            switch name {
            case "shift.txt": report.text
            case "shift.html": report.page
            default: String(decoding: try report.json(), as: UTF8.self) + "\n"
            }
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["DUTYCAM_WRITE_GOLDEN"] != nil {
            try Data(words.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == words)
    }
}
