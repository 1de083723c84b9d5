import CameraModel
import Testing

@Suite struct FourCCTests {
    @Test func `the first character is in the lowest byte, as in videodev2`() {
        // v4l2_fourcc('Y', 'U', 'Y', 'V')
        #expect(FourCC("YUYV")?.rawValue == 0x5659_5559)
    }

    @Test(arguments: ["YUYV", "H264", "MJPG", "BA81", "Y16 "])
    func `text to code and back is the same`(text: String) {
        #expect(FourCC(text)?.description == text)
    }

    @Test(arguments: ["", "YUY", "YUYV2", "YÜY", "YUY\n", "YUY\u{7F}"])
    func `anything but four printable ASCII characters is no code`(text: String) {
        #expect(FourCC(text) == nil)
    }

    @Test func `what cannot be printed is shown as a question mark`() {
        #expect(FourCC(rawValue: 0xFF01_4142).description == "BA??")
    }
}
