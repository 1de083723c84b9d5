import CameraModel
import Glibc
import Testing

@testable import V4L2

/// Against the kernel's own drivers; they take real time, and one camera has one user, so one after the other.
@Suite(.serialized, .enabled(if: Vivid.isHere, "set DUTYCAM_VIVID=1 inside the virtual unit"))
struct V4L2VividTests {
    @Test(
        arguments: [
            (.singlePlanar, "yuyv"), (.singlePlanar, "uyvy"), (.singlePlanar, "nv12"), (.singlePlanar, "yu12"),
            (.multiPlanar, "yuyv"), (.multiPlanar, "nv12"),
        ] as [(Vivid, String)])
    func `whole frames come in order with the driver's time`(vivid: Vivid, coding: String) throws {
        let source = try vivid.camera(mode(coding, 320, 180)).open()
        #expect(source.format.mode == mode(coding, 320, 180))
        #expect(source.negotiation.remarks == [])
        #expect(source.negotiation.device == "vivid on \(vivid.rawValue)")
        let pixels = try #require(PixelFormat(rawValue: coding))
        #expect(source.format.bytesPerRow == pixels.tightBytesPerRow(width: 320))
        let frames = try source.frames(10)
        #expect(frames[0].stamp.sequence == 0)
        #expect(isCounting(frames.map(\.stamp.sequence)), "\(frames.map(\.stamp))")
        for frame in frames {
            #expect(frame.bytes.count == pixels.byteCount(bytesPerRow: source.format.bytesPerRow, height: 180))
            // vivid stamps the end of the frame, which it puts 0.9 intervals after it hands the frame over.
            let time = try #require(frame.stamp.driverTime)
            #expect(abs((time - frame.stamp.received).seconds) < 1)
        }
        // The first bar of the test pattern is white at 75 %, without colour.
        let white: [UInt8] =
            switch pixels {
            case .yuyv: [180, 128, 180, 128]
            case .uyvy: [128, 180, 128, 180]
            case .nv12, .yu12: [180, 180, 180, 180]
            }
        let row = frames[9].bytes[(170 * source.format.bytesPerRow)...].prefix(4)
        #expect(zip(row, white).allSatisfy { abs(Int($0.0) - Int($0.1)) <= 2 }, "\(Array(row))")
    }

    @Test(arguments: [("NM12", "nv12"), ("YM12", "yu12")])
    func `memory planes apart make the same picture as one plane`(apart: String, together: String) throws {
        let coding = try #require(VideoCoding(together))
        let expected = try #require(try still(mode(together, 320, 180), .singlePlanar))
        try Vivid.multiPlanar.set(.osdTextMode, 2)
        let device = try Vivid.multiPlanar.device()
        let (picture, format) = try device.setFormat(code(apart), size(320, 180))
        #expect(picture.code == code(apart))
        #expect(picture.planes.count == (apart == "NM12" ? 2 : 3))
        let choice = ModeChoice(
            rank: 0, coding: coding, size: size(320, 180), rate: rate(30), code: code(apart),
            source: size(320, 180), isConverted: false)
        let assembly = try PictureAssembly(
            device: device, setting: CameraSetting(choice: choice, picture: picture, format: format))
        let queue = try BufferQueue(device: device, count: 4, planeCount: picture.planes.count)
        let deadline = MonotonicTime(nanoseconds: .max)
        #expect(try device.wait(until: deadline) == .frame)
        let buffer = try #require(try queue.dequeue())
        var made: [UInt8] = []
        #expect(try assembly.lend(buffer, of: queue) { made = $1.withUnsafeBytes { Array($0) } })
        #expect(made == expected)
    }

    @Test func `a vendor format that is named is converted`() throws {
        let expected = try #require(try still(mode("yu12", 320, 180), .singlePlanar))
        let source = try Vivid.singlePlanar.camera(mode("vendor:BA81", 320, 180), mode("yuyv", 320, 180)).open()
        #expect(source.format == VideoFormat(mode: mode("yu12", 320, 180), bytesPerRow: 320))
        #expect(source.negotiation.granted == mode("vendor:BA81", 320, 180))
        #expect(source.negotiation.remarks == ["vendor format BA81 converted to yu12 by libv4lconvert"])
        let made = try #require(try source.frame()).bytes
        #expect(made.count == expected.count)
        // The same picture through a sensor's colour mosaic: alike, except where bars meet, and in video range.
        let middle = 90 * 320 + 20
        #expect(abs(Int(made[middle]) - Int(expected[middle])) < 12)
        let difference = zip(made, expected).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) } / made.count
        #expect(difference < 16)
    }

    @Test func `a camera without any known format is converted without being asked`() throws {
        let source = try Vivid.singlePlanar.camera(mode("h264", 640, 480), mode("mjpeg", 320, 180)).open()
        #expect(source.format.mode.coding == .raw(.yu12))
        guard case .vendor = source.negotiation.granted.coding else {
            Issue.record("granted \(source.negotiation.granted)")
            return
        }
        let frames = try source.frames(3)
        #expect(frames.allSatisfy { $0.bytes.count == source.format.mode.width * source.format.mode.height * 3 / 2 })
        #expect(frames[2].stamp.sequence >= 2)
    }

    @Test func `a rate that the camera has not is replaced and remarked`() throws {
        let source = try Vivid.singlePlanar.camera(mode("yuyv", 1280, 720, 30)).open()
        let granted = source.negotiation.granted.rate
        #expect(granted.perSecond < 30)
        #expect(source.negotiation.remarks == ["30 fps asked, \(granted) granted"])
        let frames = try source.frames(8)
        let first = try #require(frames[0].stamp.driverTime)
        let last = try #require(frames[7].stamp.driverTime)
        // By the driver's count: a busy machine makes vivid skip frames.
        let intervals = Double(frames[7].stamp.sequence - frames[0].stamp.sequence)
        #expect(abs((last - first).seconds / intervals - granted.interval.seconds) < 0.01)
    }

    @Test func `a mode that the camera has not is refused with what it has`() throws {
        let camera = Vivid.singlePlanar.camera(mode("nv12", 1000, 1000))
        let error = try #require(throws: CaptureError.self) { try camera.inspect() }
        guard case .modeUnavailable(let reason) = error else {
            Issue.record("\(error)")
            return
        }
        let start =
            "vivid on platform:vivid-000 has none of the modes asked for (nv12 1000x1000); nearest: nv12 1280x720@"
        #expect(reason.hasPrefix(start), "\(reason)")
        #expect(reason.contains(" more; name one of its modes in the unit file (all: v4l2-ctl -d /dev/video"))
        #expect(reason.count < 450)
        #expect(!reason.contains("\n"))
    }

    @Test func `looking does not disturb, and opening again works`() throws {
        let camera = Vivid.singlePlanar.camera(mode("yuyv", 320, 180))
        let seen = try camera.inspect()
        for _ in 0..<3 {
            let source = try camera.open()
            #expect(source.negotiation == seen)
            #expect(try source.frame()?.stamp.sequence == 0)
        }
    }

    @Test func `metadata and output nodes of the same card are passed over`() throws {
        #expect(try DeviceDirectory.nodes(of: Vivid.singlePlanar.identity).map(\.queue) == [.singlePlanar])
    }

    @Test func `a card name that several cameras have asks for the bus`() throws {
        let camera = V4L2Camera(identity: .card(name: "vivid", bus: nil), preferences: [mode("yuyv", 320, 180)])
        let error = try #require(throws: CaptureError.self) { try camera.open() }
        #expect("\(error)".contains("3 cameras are called \"vivid\"; name the bus too: platform:vivid-000 or"))
    }

    @Test func `a link leads to its camera`() throws {
        let path = "/tmp/dutycam-test-link-\(getpid())"
        #expect(symlink(try Vivid.singlePlanar.device().path, path) == 0)
        defer { unlink(path) }
        let source = try V4L2Camera(identity: .link(path), preferences: [mode("yuyv", 320, 180)]).open()
        #expect(try source.frame() != nil)
    }

    @Test func `a camera that another program has is said to be in use`() throws {
        let source = try Vivid.singlePlanar.camera(mode("yuyv", 320, 180)).open()
        let error = try #require(throws: CaptureError.self) {
            try Vivid.singlePlanar.camera(mode("yuyv", 640, 360)).open()
        }
        #expect("\(error)".contains("another program is using /dev/video"))
        #expect(try source.frame() != nil)
    }

    @Test func `a frame that does not come in time is told`() throws {
        let source = try Vivid.singlePlanar.camera(mode("yuyv", 320, 180, 1)).open()
        #expect(try source.frame() != nil)
        #expect(throws: CaptureError.timedOut) { try source.frame(within: .milliseconds(1)) }
        #expect(try source.frame() != nil)
    }

    /// Whether no number is smaller than the one before it.
    ///
    /// vivid skips frames when the emulated machine is too slow for it, and reckons the number from the time in ticks,
    /// so that it may, seldom, give one twice (vivid_thread_vid_cap in vivid-kthread-cap.c).
    func isCounting(_ sequences: [UInt32]) -> Bool {
        zip(sequences, sequences.dropFirst()).allSatisfy(<=)
    }

    /// A frame without the changing text that vivid writes into it.
    private func still(_ wanted: VideoMode, _ vivid: Vivid) throws -> [UInt8]? {
        try vivid.set(.osdTextMode, 2)
        return try vivid.camera(wanted).open().frame()?.bytes
    }
}
