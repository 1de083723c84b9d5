import CameraModel
import Testing

@testable import V4L2

/// A webcam's coded pictures, from programs that write into v4l2loopback.
extension V4L2VividTests {
    @Test func `MJPEG pictures come whole`() throws {
        let camera = V4L2Camera(
            identity: .card(name: "loop-mjpeg", bus: nil),
            preferences: [mode("h264", 1280, 720), mode("mjpeg", 1280, 720)])
        let source = try camera.open()
        #expect(source.format == VideoFormat(mode: mode("mjpeg", 1280, 720), bytesPerRow: 0))
        #expect(source.negotiation.remarks.first == "mjpeg 1280x720 chosen, as there is no h264 1280x720")
        let frames = try source.frames(30)
        #expect(frames.allSatisfy { $0.bytes.starts(with: [0xFF, 0xD8]) })
        // The loopback's writer does not wait for its readers, and now and then writes over what is being read.
        #expect(frames.count { $0.bytes.suffix(2) == [0xFF, 0xD9] } >= 25)
        #expect(Set(frames.map(\.bytes.count)).count > 1)
    }

    @Test func `H.264 comes as its byte stream`() throws {
        let source = try V4L2Camera(
            identity: .card(name: "loop-h264", bus: nil), preferences: [mode("h264", 1280, 720)]
        ).open()
        #expect(source.format == VideoFormat(mode: mode("h264", 1280, 720), bytesPerRow: 0))
        let frames = try source.frames(45)
        #expect(frames.allSatisfy { $0.bytes.starts(with: [0, 0, 0, 1]) || $0.bytes.starts(with: [0, 0, 1]) })
        #expect(Set(frames.map(\.bytes.count)).count > 1)
    }
}
