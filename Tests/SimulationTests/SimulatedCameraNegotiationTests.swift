import CameraModel
import Simulation
import Testing

@Suite struct SimulatedCameraNegotiationTests {
    private let shift = ScriptedShift()

    private func camera(_ preferences: [VideoMode]) -> SimulatedCamera {
        SimulatedCamera(
            name: "front", preferences: preferences, time: shift.time,
            encodings: [.mjpeg: StampEncoding()])
    }

    @Test func `the first mode that it has is granted, and the difference is said`() throws {
        let negotiation = try camera([mode(.h264, 1280, 720, 30), mode(.mjpeg, 640, 480, 15)]).inspect()
        #expect(negotiation.granted == mode(.mjpeg, 640, 480, 15))
        #expect(negotiation.asked == mode(.h264, 1280, 720, 30))
        #expect(
            negotiation.remarks == [
                "h264 asked, mjpeg granted", "1280x720 asked, 640x480 granted", "30 fps asked, 15 granted",
            ])
    }

    @Test(arguments: [
        mode(.h264, 640, 480, 30), mode(.raw(.yuyv), 641, 480, 30), mode(.raw(.yuyv), 3840, 2160, 30),
        mode(.raw(.yuyv), 32, 32, 30), mode(.raw(.yuyv), 640, 480, 1000),
        mode(.vendor(FourCC("BA81")!), 640, 480, 30),
    ])
    func `a mode that it has not is refused in words that say what it has`(mode: VideoMode) {
        let words =
            "simulated camera \"front\" has none of \(mode); it has yuyv, uyvy, nv12, yu12, mjpeg of any even size "
            + "from 64x96 to 1920x1920"
        #expect(throws: CaptureError.modeUnavailable(words)) { try camera([mode]).open() }
    }

    @Test func `no wish cannot be granted`() {
        #expect(throws: CaptureError.modeUnavailable("no mode is wanted of simulated camera \"front\"")) {
            try camera([]).inspect()
        }
    }

    @Test func `looking at an absent camera says so`() {
        let camera = shift.camera([.init(at: .zero, .unplug)])
        #expect(throws: CaptureError.notFound(identity: "simulated camera \"front\"")) { try camera.inspect() }
    }
}
