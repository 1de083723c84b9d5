import CameraModel
import Testing

@testable import V4L2

@Suite struct ModeNegotiationTests {
    private let webcam = CameraOffer(formats: [
        format("YUYV", [size(640, 480), size(1280, 720)], at: [rate(10), rate(30)]),
        format("MJPG", [size(640, 480), size(1280, 720), size(1920, 1080)], at: [rate(30), rate(15)]),
    ])

    private func choose(_ preferences: VideoMode..., from offer: CameraOffer) -> ModeChoice? {
        ModeNegotiation(preferences: preferences).choose(from: offer)
    }

    @Test func `the first mode whose coding and size the camera has is taken`() {
        let choice = choose(
            mode("h264", 1280, 720), mode("yuyv", 1920, 1080), mode("mjpeg", 1280, 720), mode("yuyv", 640, 480),
            from: webcam)
        #expect(
            choice
                == ModeChoice(
                    rank: 2, coding: .mjpeg, size: size(1280, 720), rate: rate(30), code: code("MJPG"),
                    source: size(1280, 720), isConverted: false))
    }

    @Test func `a rate that is not there is replaced by the nearest and passes no mode over`() {
        let choice = choose(mode("mjpeg", 1280, 720, 20), mode("yuyv", 1280, 720), from: webcam)
        #expect(choice?.rank == 0)
        #expect(choice?.rate == rate(15))
    }

    @Test func `a camera that lists no rates is asked for the rate that is wanted`() {
        let offer = CameraOffer(formats: [
            OfferedFormat(code: code("YUYV"), sizes: .discrete([size(640, 480)]), rates: [:])
        ])
        #expect(choose(mode("yuyv", 640, 480, 25), from: offer)?.rate == rate(25))
    }

    @Test func `JPEG pictures count as MJPEG`() {
        let offer = CameraOffer(formats: [format("JPEG", [size(640, 480)], at: [rate(30)])])
        #expect(choose(mode("mjpeg", 640, 480), from: offer)?.code == code("JPEG"))
    }

    @Test func `one memory plane is taken before two`() {
        let offer = CameraOffer(formats: [
            format("NM12", [size(640, 480)], at: [rate(30)]), format("NV12", [size(640, 480)], at: [rate(30)]),
        ])
        #expect(choose(mode("nv12", 640, 480), from: offer)?.code == code("NV12"))
    }

    @Test(arguments: [("NM12", "nv12"), ("YM12", "yu12")])
    func `memory planes apart serve where there is nothing else`(listed: String, asked: String) {
        let offer = CameraOffer(formats: [format(listed, [size(640, 480)], at: [rate(30)])])
        #expect(choose(mode(asked, 640, 480), from: offer)?.code == code(listed))
    }

    @Test(arguments: [(640, 480, true), (642, 480, false), (1296, 720, true), (1920, 1080, false), (16, 480, false)])
    func `a size within a range must be on its steps`(width: Int, height: Int, isThere: Bool) {
        let offer = CameraOffer(formats: [
            OfferedFormat(
                code: code("UYVY"),
                sizes: .range(smallest: size(32, 32), largest: size(1296, 976), step: size(16, 16)), rates: [:])
        ])
        #expect((choose(mode("uyvy", width, height), from: offer) != nil) == isThere)
    }

    @Test func `a vendor format that the unit file names is converted in its turn`() {
        var offer = webcam
        offer.conversions = [
            OfferedConversion(wanted: size(640, 480), code: code("BA81"), source: size(640, 480))
        ]
        let choice = choose(mode("vendor:BA81", 640, 480), mode("yuyv", 640, 480), from: offer)
        #expect(choice?.rank == 0)
        #expect(choice?.isConverted == true)
        #expect(choice?.coding == .raw(.yu12))
    }

    @Test func `an unknown format is converted only when the camera has no mode that is wanted`() {
        var offer = webcam
        offer.conversions = [
            OfferedConversion(wanted: size(352, 288), code: code("P207"), source: size(356, 292))
        ]
        #expect(choose(mode("h264", 352, 288), mode("yuyv", 640, 480), from: offer)?.code == code("YUYV"))
        let converted = choose(mode("h264", 1280, 720), mode("yuyv", 352, 288), from: offer)
        #expect(
            converted
                == ModeChoice(
                    rank: 1, coding: .raw(.yu12), size: size(352, 288), rate: rate(30), code: code("P207"),
                    source: size(356, 292), isConverted: true))
    }

    @Test func `a format that encoders take is not converted behind the unit file's back`() {
        var offer = webcam
        offer.conversions = [
            OfferedConversion(wanted: size(1280, 720), code: code("MJPG"), source: size(1280, 720))
        ]
        #expect(choose(mode("nv12", 1280, 720), from: offer) == nil)
    }

    @Test func `a camera without any of the modes is refused with a list of what it can`() {
        let negotiation = ModeNegotiation(preferences: [mode("h264", 1920, 1080), mode("nv12", 1280, 720)])
        var offer = webcam
        offer.formats.insert(
            OfferedFormat(
                code: code("BA81"), sizes: .range(smallest: size(2, 2), largest: size(64, 64), step: size(2, 2)),
                rates: [:]), at: 0)
        #expect(
            negotiation.refusal(device: "C920 on usb-1", offer: offer)
                == "C920 on usb-1 has none of the modes asked for (h264 1920x1080, nv12 1280x720); it can "
                + "yuyv at 640x480@30, 1280x720@30; mjpeg at 640x480@30, 1280x720@30, 1920x1080@30; "
                + "vendor:BA81 at 2x2 to 64x64 in steps of 2x2")
    }

    @Test func `a refusal stays readable for a camera that lists a hundred formats`() {
        let formats = (0..<100).map { number in
            OfferedFormat(code: FourCC(rawValue: 0x3030_3030 + number), sizes: .discrete([size(2, 2)]), rates: [:])
        }
        let line = ModeNegotiation(preferences: [mode("h264", 2, 2)]).refusal(
            device: "X", offer: CameraOffer(formats: formats))
        #expect(line.hasSuffix("vendor:5000, and 94 more at 2x2"))
    }
}
