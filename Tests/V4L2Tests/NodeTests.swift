import CLinux
import CameraModel
import Glibc
import Testing

@testable import V4L2

@Suite struct NodeTests {
    @Test(arguments: [
        (V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING, CaptureQueue.singlePlanar),
        (V4L2_CAP_VIDEO_CAPTURE_MPLANE | V4L2_CAP_STREAMING, .multiPlanar),
        (V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_READWRITE, nil),
        (V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING, nil),
        (V4L2_CAP_VIDEO_OUTPUT | V4L2_CAP_STREAMING, nil),
        (V4L2_CAP_VIDEO_M2M_MPLANE | V4L2_CAP_STREAMING, nil),
    ])
    func `only nodes that stream pictures are cameras`(flags: Int32, queue: CaptureQueue?) {
        #expect(NodeCapabilities(card: "C", bus: "B", flags: UInt32(flags)).queue == queue)
    }

    @Test func `a metadata node is told from its camera by its own flags`() {
        var raw = v4l2_capability()
        raw.capabilities = UInt32(V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING) | UInt32(V4L2_CAP_DEVICE_CAPS)
        raw.device_caps = UInt32(V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING)
        #expect(NodeCapabilities(raw).queue == nil)
    }

    @Test func `a card name without its terminating zero is taken whole`() {
        var raw = v4l2_capability()
        withUnsafeMutableBytes(of: &raw.card) { $0.copyBytes(from: Array(repeating: UInt8(ascii: "x"), count: 32)) }
        #expect(NodeCapabilities(raw).card == String(repeating: "x", count: 32))
    }

    @Test func `nodes are ordered by number, and other names left out`() {
        let names = ["video10", "video2", "v4l-subdev0", "vbi0", "video", "video-1", "video3x", "video99999999999"]
        #expect(names.compactMap(VideoNodeName.init).sorted().map(\.description) == ["video2", "video10"])
    }

    @Test(arguments: ["/dev/video0", "//dev//video12", "/dev/./video3", "camera"])
    func `a node number is no identity`(path: String) {
        #expect(VideoDeviceIdentity.refusal(ofLink: path) != nil)
        #expect(throws: CaptureError.self) {
            try V4L2Camera(identity: .link(path), preferences: [mode("mjpeg", 640, 480)]).inspect()
        }
    }

    @Test(arguments: ["/dev/v4l/by-id/usb-046d_C920-video-index0", "/dev/v4l/by-path/x", "/dev/dutycam/front"])
    func `a link of udev is an identity`(path: String) {
        #expect(VideoDeviceIdentity.refusal(ofLink: path) == nil)
    }

    @Test func `a camera that is not plugged in is not found`() {
        let camera = V4L2Camera(identity: .link("/dev/v4l/by-id/none"), preferences: [mode("mjpeg", 640, 480)])
        #expect(throws: CaptureError.notFound(identity: "/dev/v4l/by-id/none")) { try camera.open() }
        #expect(throws: CaptureError.notFound(identity: "card \"none of this name\"")) {
            try V4L2Camera(identity: .card(name: "none of this name", bus: nil), preferences: [mode("h264", 2, 2)])
                .open()
        }
    }

    @Test func `a device that is no camera is refused by name`() {
        let camera = V4L2Camera(identity: .link("/dev/null"), preferences: [mode("mjpeg", 640, 480)])
        #expect(throws: CaptureError.unsuitable(path: "/dev/null", reason: "is not a video device")) {
            try camera.open()
        }
    }

    @Test func `a unit file without a mode is refused`() {
        #expect(throws: CaptureError.modeUnavailable("no mode is asked for")) {
            try V4L2Camera(identity: .card(name: "vivid", bus: nil), preferences: []).inspect()
        }
    }

    @Test func `failures are named by what to do next`() {
        #expect(Device.failure(-ENODEV, during: "VIDIOC_DQBUF", "/dev/video0") == .disconnected)
        #expect(
            Device.failure(-EBUSY, during: "VIDIOC_S_FMT", "/dev/video0")
                == .system(errno: EBUSY, during: "VIDIOC_S_FMT (another program is using /dev/video0)"))
    }
}
