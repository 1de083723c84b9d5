import CameraModel
import SelfTest
import Testing

@Suite struct CameraJudgementTests {
    private let limits = SelfTestLimits()

    private func stream(
        frames: Int = 60, missing: Int = 0, damaged: Int = 0, span: Double = 2, since: Double? = 0.03,
        failure: CaptureError? = nil, isOpen: Bool = true, granted: UInt32 = 30
    ) throws -> StreamMeasure {
        let asked = VideoMode(
            coding: .raw(.yuyv), width: 640, height: 360, rate: try #require(FrameRate(frames: 30, seconds: 1)))
        var mode = asked
        mode.rate = try #require(FrameRate(frames: granted, seconds: 1))
        return StreamMeasure(
            negotiation: isOpen ? Negotiation(asked: asked, granted: mode, device: "test", remarks: []) : nil,
            failure: failure, frames: frames, missing: missing, damaged: damaged, span: .fractional(seconds: span),
            sinceLast: since.map { .fractional(seconds: $0) })
    }

    @Test(arguments: [
        CaptureError.notFound(identity: "x"), .disconnected, .modeUnavailable("x"), .unsuitable(path: "x", reason: "y"),
        .system(errno: 16, during: "open"),
    ])
    func
        `D.1.b: ST-05 fails with M01 for a camera that is absent, busy or cannot do what is asked, and nothing else does`(
            failure: CaptureError
        ) throws
    {
        let stream = try stream(frames: 0, span: 0, since: nil, failure: failure, isOpen: false)
        #expect(word(limits.judgeCameraOpens(stream)) == "M01")
        #expect(word(limits.judgeFrames(stream)) == "skipped")
    }

    @Test func `D.1.b: ST-05 passes in the mode asked and warns of another`() throws {
        #expect(word(limits.judgeCameraOpens(try stream())) == "pass")
        #expect(word(limits.judgeCameraOpens(try stream(granted: 15))) == "warn")
    }

    @Test func `D.1.b: ST-06 fails with M02 for a camera that is there and gives nothing`() throws {
        let never = try stream(frames: 0, span: 0, since: nil, failure: .timedOut)
        #expect(word(limits.judgeCameraOpens(never)) == "pass")
        #expect(word(limits.judgeFrames(never)) == "M02")
        #expect(word(limits.judgeFrames(try stream(frames: 30, span: 1, since: 0.701))) == "M02")
        #expect(word(limits.judgeFrames(try stream(since: 0.7))) == "pass")
    }

    @Test(arguments: [(54, "pass"), (66, "pass"), (53, "M03"), (67, "M03")])
    func `D.1.b: ST-06 fails with M03 for a rate more than a tenth off`(frames: Int, expected: String) throws {
        #expect(word(limits.judgeFrames(try stream(frames: frames))) == expected)
    }

    @Test(arguments: [(0, "pass"), (1, "pass"), (2, "warn"), (5, "warn"), (6, "M03")])
    func `D.1.b: ST-06 passes up to 1 % of frames missing, warns up to 5 %, and fails with M03 above`(
        missing: Int, expected: String
    ) throws {
        let frames = 100 - missing
        // All hundred were taken at the rate granted.
        #expect(word(limits.judgeFrames(try stream(frames: frames, missing: missing, span: 100.0 / 30))) == expected)
    }

    @Test func `D.1.b: ST-06 fails with M03 for a damaged frame`() throws {
        #expect(word(limits.judgeFrames(try stream(damaged: 1))) == "M03")
        #expect(word(limits.judgeFrames(try stream(frames: 0, damaged: 60, since: nil))) == "M03")
    }

    private func pictures(mean: Double = 100, structure: Double = 900, isFrozen: Bool = false) -> [PictureMeasure] {
        (0..<5).map {
            PictureMeasure(
                time: MonotonicTime(nanoseconds: $0), mean: mean, structure: structure,
                fingerprint: isFrozen ? 7 : UInt64($0))
        }
    }

    @Test(arguments: [(16.0, "pass"), (235, "pass"), (15.99, "warn"), (235.01, "warn")])
    func `D.1.b: ST-07 warns of a picture that is dark or overexposed and still shows something`(
        mean: Double, expected: String
    ) {
        #expect(word(limits.judgePicture(pictures(mean: mean))) == expected)
    }

    @Test(arguments: [(4.01, "pass"), (4, "M04"), (0, "M04")])
    func `D.1.b: ST-07 fails with M04 for a picture that shows nothing`(structure: Double, expected: String) {
        #expect(word(limits.judgePicture(pictures(structure: structure))) == expected)
    }

    @Test func `D.1.b: ST-07 tells black, white and covered apart`() {
        func reason(_ mean: Double) -> String? {
            limits.judgePicture(pictures(mean: mean, structure: 1)).verdict.reason
        }
        #expect([16, 90, 250].map(reason) == ["black", "covered", "white"])
    }

    @Test func `D.1.b: ST-07 fails with M04 for a picture that never changes`() {
        #expect(word(limits.judgePicture(pictures(isFrozen: true))) == "M04")
        var two = pictures(isFrozen: true)
        two[4].fingerprint = 8
        #expect(word(limits.judgePicture(two)) == "pass")
    }

    @Test func `D.1.b: ST-07 without pictures is skipped, and with undecodable ones fails with M04`() {
        #expect(word(limits.judgePicture([])) == "skipped")
        #expect(word(limits.judgePicture(Array(pictures().prefix(1)))) == "skipped")
        #expect(word(limits.judgePicture([], undecodable: 3)) == "M04")
    }
}
