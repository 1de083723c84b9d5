import CLinux
import CameraModel
import Glibc
import Testing

@testable import V4L2

/// Every fault that vivid can be told to have.
extension V4L2VividTests {
    private var camera: V4L2Camera { Vivid.singlePlanar.camera(mode("yuyv", 320, 180)) }

    @Test func `a camera that is unplugged is gone, and opens again when it is back`() throws {
        do {
            let source = try camera.open()
            #expect(try source.frame() != nil)
            try Vivid.singlePlanar.set(.disconnect)
            let before = clinux_v4l2_now()
            #expect(throws: CaptureError.disconnected) {
                for _ in 0..<10 { _ = try source.frame() }
            }
            #expect(clinux_v4l2_now() - before < 1_000_000_000)
            #expect(throws: CaptureError.notFound(identity: camera.identity)) { try camera.open() }
        }
        // vivid plugs itself in again when its last user closes.
        #expect(try camera.open().frame()?.stamp.sequence == 0)
    }

    @Test func `a buffer that the driver marks is told as damaged, and the next is good`() throws {
        let source = try camera.open()
        #expect(try source.frame() != nil)
        try Vivid.singlePlanar.set(.flagError)
        var damaged: [FrameStamp] = []
        var sequences: [UInt32] = []
        for _ in 0..<10 {
            let outcome = try source.withNextFrame(timeout: .seconds(3)) { stamp, _ in sequences.append(stamp.sequence)
            }
            if case .damaged(let stamp) = outcome {
                damaged.append(stamp)
                sequences.append(stamp.sequence)
            }
        }
        #expect(damaged.count == 1)
        #expect(sequences.count == 10)
        #expect(isCounting(sequences), "\(sequences)")
    }

    @Test func `frames that the driver loses show in the sequence`() throws {
        try Vivid.singlePlanar.set(.percentDropped, 50)
        defer { #expect(throws: Never.self) { try Vivid.singlePlanar.set(.percentDropped, 0) } }
        let source = try camera.open()
        let sequences = try source.frames(30).map(\.stamp.sequence)
        #expect(isCounting(sequences), "\(sequences)")
        #expect(sequences[29] - sequences[0] > 29)
    }

    @Test func `a sequence that wraps goes on counting`() throws {
        try Vivid.singlePlanar.set(.wrapSequence, 1)
        defer { #expect(throws: Never.self) { try Vivid.singlePlanar.set(.wrapSequence, 0) } }
        let source = try Vivid.singlePlanar.camera(mode("yuyv", 320, 180, 60)).open()
        let sequences = try source.frames(140).map(\.stamp.sequence)
        #expect(sequences[0] > .max - 200 && sequences[139] < 200)
        #expect(zip(sequences, sequences.dropFirst()).allSatisfy { $1 &- $0 < 100 })
    }

    @Test func `a driver whose time is far off still gives frames, with the time of their arrival`() throws {
        try Vivid.singlePlanar.set(.wrapTimestamp, 1)
        defer { #expect(throws: Never.self) { try Vivid.singlePlanar.set(.wrapTimestamp, 0) } }
        let frames = try camera.open().frames(5)
        #expect(zip(frames, frames.dropFirst()).allSatisfy { $0.stamp.received < $1.stamp.received })
        let now = MonotonicTime(nanoseconds: clinux_v4l2_now())
        #expect(frames.allSatisfy { now - $0.stamp.received < .seconds(5) })
        #expect(frames.contains { abs((($0.stamp.driverTime ?? now) - $0.stamp.received).seconds) > 3600 })
    }

    @Test(
        arguments: [
            (.reqbufsError, "VIDIOC_REQBUFS"), (.qbufError, "VIDIOC_QBUF"), (.streamonError, "VIDIOC_STREAMON"),
        ] as [(Vivid.Control, String)])
    func `an error at the start is named, and the next start works`(fault: Vivid.Control, call: String) throws {
        try Vivid.singlePlanar.set(fault)
        let path = try Vivid.singlePlanar.device().path
        #expect(throws: CaptureError.system(errno: EINVAL, during: "\(call) on \(path)")) { try camera.open() }
        #expect(try camera.open().frame() != nil)
    }

    @Test func `a buffer that cannot be given back is told at the next frame`() throws {
        let source = try camera.open()
        #expect(try source.frame() != nil)
        try Vivid.singlePlanar.set(.qbufError)
        #expect(try source.frame() != nil)
        let path = try Vivid.singlePlanar.device().path
        #expect(throws: CaptureError.system(errno: EINVAL, during: "VIDIOC_QBUF on \(path)")) { try source.frame() }
    }

    @Test func `a driver that stops for good is told apart from one that is gone`() throws {
        do {
            let source = try camera.open()
            #expect(try source.frame() != nil)
            try Vivid.singlePlanar.set(.fatalError)
            let path = try Vivid.singlePlanar.device().path
            let stopped = CaptureError.system(errno: EIO, during: "streaming, as the driver stopped, on \(path)")
            #expect(throws: stopped) {
                for _ in 0..<10 { _ = try source.frame() }
            }
        }
        #expect(try camera.open().frame() != nil)
    }

    @Test func `another format at a cable's input is told, and taken on by the next start`() throws {
        let camera = Vivid.hdmi.camera(mode("uyvy", 640, 480))
        // 2: the timings of the control; its first entries are 640x480p59 and 720x480p59.
        try Vivid.hdmi.set(.timings, 0)
        try Vivid.hdmi.set(.signalMode, 2)
        do {
            let source = try camera.open()
            #expect(try source.frame() != nil)
            try Vivid.hdmi.set(.timings, 1)
            #expect(throws: CaptureError.sourceChanged) {
                for _ in 0..<10 { _ = try source.frame() }
            }
        }
        #expect(try camera.open().frame() != nil)
    }

    @Test func `an input that nothing arrives at is remarked`() throws {
        try Vivid.hdmi.set(.signalMode, 1)
        defer { #expect(throws: Never.self) { try Vivid.hdmi.set(.signalMode, 0) } }
        let seen = try Vivid.hdmi.camera(mode("uyvy", 640, 480)).inspect()
        #expect(seen.remarks.contains("no signal at the camera's input"))
    }
}
