import CameraModel
import Glibc
import Testing

@testable import ALSA

@Suite struct PCMFaultTests {
    @Test func `an answer that is no error is handed on`() throws {
        #expect(try check(Int(480), "reading") == 480)
        #expect(try check(Int32(0), "preparing") == 0)
    }

    @Test(arguments: [EPIPE, ESTRPIPE])
    func `a lost or slept-over buffer is an overrun`(errno: Int32) {
        #expect(throws: PCMFault.overrun) { try check(-errno, "reading") }
    }

    @Test(arguments: [ENODEV, EBADFD])
    func `a stream that only closing helps is gone`(errno: Int32) {
        #expect(throws: PCMFault.gone) { try check(-Int(errno), "reading") }
    }

    @Test func `any other error keeps its number and its call`() {
        #expect(throws: PCMFault.failed(errno: EIO, during: "reading")) { try check(-EIO, "reading") }
    }

    @Test func `an absurd answer is an error and no trap`() {
        #expect(throws: PCMFault.self) { try check(Int.min, "reading") }
    }

    @Test func `a stream that is gone is a disconnected microphone`() {
        #expect(CaptureError(PCMFault.gone) == .disconnected)
    }

    @Test func `a failed call reaches the caller with its number`() {
        #expect(CaptureError(PCMFault.failed(errno: EIO, during: "x")) == .system(errno: EIO, during: "x"))
    }

    @Test func `an overrun that repeats itself at the start is told as such`() {
        #expect(CaptureError(PCMFault.overrun) == .system(errno: EPIPE, during: "starting after an overrun"))
    }
}
