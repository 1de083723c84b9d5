import CameraModel
import Testing

@testable import Recording

@Suite struct DeviceFailureTests {
    private let absent = CaptureError.notFound(identity: "card \"Test\"")

    private func news(_ errors: CaptureError...) -> [Bool] {
        var failure = DeviceFailure()
        return errors.map { failure.take($0) != nil }
    }

    @Test func `a device that went away is one line, however often it is not found`() {
        #expect(news(.disconnected, absent, absent, absent) == [true, false, false, false])
    }

    @Test func `a device that was never there is named`() {
        #expect(news(absent, absent) == [true, false])
    }

    @Test func `another reason is news, and so is an absence after it`() {
        let busy = CaptureError.unsuitable(path: "/dev/video0", reason: "in use")
        #expect(news(.disconnected, absent, busy, busy, absent) == [true, false, true, false, true])
    }

    @Test func `after the device gave something, the same reason is news again`() {
        var failure = DeviceFailure()
        #expect(failure.take(CaptureError.disconnected) == "the device is gone")
        failure.end()
        #expect(failure.reason == nil)
        #expect(failure.take(CaptureError.disconnected) == "the device is gone")
    }
}
