import CameraModel
import Testing

@testable import V4L2

@Suite struct NegotiationRemarksTests {
    private func remarks(
        on choice: ModeChoice, of preferences: [VideoMode], granted: FrameSize, planes: Int = 1, field: UInt32 = 1,
        rate: FrameRate?
    ) -> [String] {
        let picture = GrantedPicture(
            code: choice.code, size: granted,
            planes: Array(repeating: MemoryPlane(bytesPerRow: 0, byteCount: 1), count: planes), field: field)
        return ModeNegotiation(preferences: preferences).remarks(on: choice, picture: picture, rate: rate)
    }

    private func mjpeg(rank: Int = 0) -> ModeChoice {
        ModeChoice(
            rank: rank, coding: .mjpeg, size: size(1280, 720), rate: rate(30), code: code("MJPG"),
            source: size(1280, 720), isConverted: false)
    }

    @Test func `what was asked for and granted needs no remark`() {
        #expect(
            remarks(
                on: mjpeg(), of: [mode("mjpeg", 1280, 720)], granted: size(1280, 720),
                rate: rate(10_000_000, 333_333)) == [])
    }

    @Test func `another rate is remarked`() {
        #expect(
            remarks(on: mjpeg(), of: [mode("mjpeg", 1280, 720)], granted: size(1280, 720), rate: rate(15))
                == ["30 fps asked, 15 granted"])
    }

    @Test func `a camera that does not say its rate is remarked`() {
        #expect(
            remarks(on: mjpeg(), of: [mode("mjpeg", 1280, 720)], granted: size(1280, 720), rate: nil)
                == ["30 fps asked, and the camera does not say what it granted"])
    }

    @Test func `another size is remarked`() {
        #expect(
            remarks(on: mjpeg(), of: [mode("mjpeg", 1280, 720)], granted: size(1280, 704), rate: rate(30))
                == ["1280x720 asked, 1280x704 granted"])
    }

    @Test func `modes passed over are named`() {
        let preferences = [mode("h264", 1920, 1080), mode("h264", 1280, 720), mode("mjpeg", 1280, 720)]
        #expect(
            remarks(on: mjpeg(rank: 2), of: preferences, granted: size(1280, 720), rate: rate(30))
                == ["mjpeg 1280x720 chosen, as there is no h264 1920x1080 and no h264 1280x720"])
    }

    @Test func `a conversion is remarked with what it crops`() {
        let choice = ModeChoice(
            rank: 0, coding: .raw(.yu12), size: size(352, 288), rate: rate(30), code: code("P207"),
            source: size(356, 292), isConverted: true)
        #expect(
            remarks(on: choice, of: [mode("yu12", 352, 288)], granted: size(356, 292), rate: rate(30))
                == ["vendor format P207 converted to yu12 by libv4lconvert, cropped from 356x292"])
    }

    @Test func `planes that are copied and interlaced pictures are remarked`() {
        let choice = ModeChoice(
            rank: 0, coding: .raw(.nv12), size: size(720, 576), rate: rate(30), code: code("NM12"),
            source: size(720, 576), isConverted: false)
        #expect(
            remarks(
                on: choice, of: [mode("nv12", 720, 576)], granted: size(720, 576), planes: 2, field: 4, rate: rate(30))
                == ["2 memory planes copied into one picture", "the pictures are interlaced"])
    }
}
