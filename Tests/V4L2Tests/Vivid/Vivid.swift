import CLinux
import CameraModel
import Glibc
import Testing

@testable import V4L2

/// The kernel's virtual camera, as the virtual unit loads it.
///
/// vivid, as a single-planar webcam with output and metadata nodes, a multi-planar webcam, and an HDMI input:
///
///     n_devs=3 multiplanar=1,2,1 node_types=0x60101,0x1,0x1 input_types=0x00,0x00,0x03 num_inputs=1,1,1
///     num_outputs=1 output_types=0x0
///
/// v4l2loopback, with `card_label=loop-mjpeg,loop-h264 exclusive_caps=1,1`, and a program that writes 1280x720 at 30 fps
/// into each.
enum Vivid: String {
    case singlePlanar = "platform:vivid-000"
    case multiPlanar = "platform:vivid-001"
    case hdmi = "platform:vivid-002"

    /// Set by whoever runs the tests inside the virtual unit.
    static var isHere: Bool { getenv("DUTYCAM_VIVID") != nil }

    /// vivid's own controls (vivid-ctrls.c, VIVID_CID_…).
    enum Control: UInt32 {
        case osdTextMode = 0x00F0_F001
        case wrapSequence = 0x00F0_F026
        case wrapTimestamp = 0x00F0_F027
        case signalMode = 0x00F0_F03E
        case timings = 0x00F0_F03F
        case percentDropped = 0x00F0_F040
        case disconnect = 0x00F0_F041
        case flagError = 0x00F0_F042
        case reqbufsError = 0x00F0_F043
        case qbufError = 0x00F0_F044
        case streamonError = 0x00F0_F045
        case fatalError = 0x00F0_F046
    }

    var identity: VideoDeviceIdentity { .card(name: "vivid", bus: rawValue) }

    func camera(_ preferences: VideoMode...) -> V4L2Camera {
        V4L2Camera(identity: identity, preferences: preferences)
    }

    func device() throws -> Device {
        try #require(DeviceDirectory.nodes(of: identity).first)
    }

    /// Presses or sets a control, through a descriptor of its own that is closed again.
    func set(_ control: Control, _ value: Int32 = 0) throws {
        let outcome = try device().set(control: control.rawValue, to: value)
        if case .refused(let errno) = outcome { Issue.record("\(control) refused with errno \(errno)") }
        #expect(outcome != .absent)
    }
}

/// One frame, copied.
struct Frame {
    let stamp: FrameStamp
    let bytes: [UInt8]
}

extension VideoSource {
    /// The next frame, if it is a good one.
    func frame(within timeout: Duration = .seconds(3)) throws(CaptureError) -> Frame? {
        var frame: Frame?
        let outcome = try withNextFrame(timeout: timeout) { stamp, bytes in
            frame = Frame(stamp: stamp, bytes: bytes.withUnsafeBytes { Array($0) })
        }
        if case .damaged = outcome { precondition(frame == nil, "a damaged frame is not lent") }
        return frame
    }

    /// Good frames in a row.
    func frames(_ count: Int) throws -> [Frame] {
        try (0..<count).map { _ in try #require(try frame()) }
    }
}
