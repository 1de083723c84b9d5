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

    private func refusal(_ preferences: [VideoMode], _ offers: CameraOffer...) -> String {
        ModeNegotiation(preferences: preferences).refusal(device: "C920 on usb-1", path: "/dev/video2", offers: offers)
    }

    @Test func `a camera without any of the modes is refused with what comes nearest`() {
        let bayer = OfferedFormat(
            code: code("BA81"), sizes: .range(smallest: size(2, 2), largest: size(64, 64), step: size(3, 2)), rates: [:]
        )
        var offer = webcam
        offer.formats.insert(bayer, at: 0)
        #expect(
            refusal([mode("h264", 1920, 1080), mode("yuyv", 1296, 720)], offer)
                == "C920 on usb-1 has none of the modes asked for (h264 1920x1080, yuyv 1296x720); nearest: "
                + "mjpeg 1920x1080@30, yuyv 1280x720@30, mjpeg 1280x720@30, yuyv 640x480@30, mjpeg 640x480@30, "
                + "vendor:BA81 62x64; name one of its modes in the unit file "
                + "(all: v4l2-ctl -d /dev/video2 --list-formats-ext)")
    }

    @Test func `a refusal is a line to read for a camera that lists three thousand modes`() {
        let sizes = (1...50).map { size($0 * 40, $0 * 30) }
        let formats = (0..<60).map { number in
            OfferedFormat(
                code: FourCC(rawValue: 0x3030_3030 + number), sizes: .discrete(sizes),
                rates: Dictionary(uniqueKeysWithValues: sizes.map { ($0, .discrete([rate(25), rate(30)])) }))
        }
        let asked = (0..<100).map { mode("h264", 640 + $0, 480) }
        let line = refusal(asked, CameraOffer(formats: formats))
        #expect(line.count < 450)
        #expect(line.contains(", h264 645x480 and 94 more); nearest: vendor:0000 640x480@30, "))
        #expect(line.contains("@30 and 2994 more; name one"))
    }

    @Test func `the modes of a camera's second node are in its refusal, each once`() {
        let coded = CameraOffer(formats: [format("H264", [size(1280, 720)], at: [rate(30)])])
        let line = refusal([mode("nv12", 640, 480)], webcam, coded, coded)
        #expect(line.contains("nearest: yuyv 640x480@30, mjpeg 640x480@30, yuyv 1280x720@30, mjpeg 1280x720@30, "))
        #expect(line.contains("h264 1280x720@30, mjpeg 1920x1080@30; name"))
    }

    @Test func `a camera that lists nothing is refused without a list`() {
        #expect(
            refusal([mode("h264", 2, 2)], CameraOffer(formats: []))
                == "C920 on usb-1 has none of the modes asked for (h264 2x2), and lists none that it has; "
                + "is /dev/video2 a camera?")
    }

    @Test func `the nearest size of a range is on its steps, whatever the driver says of them`() {
        let range = OfferedSizes.range(smallest: size(32, 32), largest: size(1296, 976), step: size(16, 0))
        #expect(range.nearest(to: size(1000, 999)) == size(992, 976))
        #expect(range.nearest(to: size(1, 1)) == size(32, 32))
        let backwards = OfferedSizes.range(smallest: size(64, 64), largest: size(2, 2), step: size(2, 2))
        #expect(backwards.nearest(to: size(8, 8)) == size(64, 64))
    }
}
