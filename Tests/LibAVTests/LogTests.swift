import CameraModel
import Testing

@testable import LibAV

struct LogTests {
    @Test func `what FFmpeg says comes as lines with their severity`() throws {
        _ = Log.lines
        _ = try Samples.coded(1, settings: Samples.settings("ultrafast"))
        let line = try #require(Log.lines.first { $0.contains("profile Constrained Baseline") })
        #expect(line.hasPrefix("info: [libx264 @ "))
        #expect(!line.contains("\n"))
    }

    @Test(arguments: [
        (Int32(0), LibAVLogLevel.panic), (9, .error), (16, .error), (32, .info), (56, .debug), (-8, .panic),
    ])
    func `a number between two levels is the less severe one's`(number: Int32, level: LibAVLogLevel) {
        #expect(LibAVLogLevel(atMost: number) == level)
    }

    @Test func `a failed call is told in FFmpeg's own words`() {
        #expect(throws: EncodingError.failed(call: "open", code: -22, message: "Invalid argument")) {
            try check(Int32(-22), "open")
        }
    }
}
