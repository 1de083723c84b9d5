import CameraModel
import Evidence
import Simulation
import Testing

@testable import Recording

@Suite struct VideoFeedTests {
    private struct NoEncoder: VideoEncoding {
        func makeEncoder(
            for format: VideoFormat, settings: VideoEncoderSettings
        ) throws(EncodingError) -> any VideoEncoder {
            throw .unsupported("only pass-through here")
        }
    }

    /// A camera's thread on a virtual clock, into a channel that records.
    private final class Run {
        let clock = VirtualClock(start: Media.time(100), utc: UTCTime(nanosecondsSince1970: 0))
        let camera: ScriptedCamera
        let remarks = Remarks()
        let channel: Channel
        private(set) var items: [TimelineItem] = []

        init(
            _ steps: [ScriptedCamera.Step], seconds: Double, rate: UInt32 = 25,
            h264: (@Sendable (Int) -> [UInt8])? = nil
        ) throws {
            camera = ScriptedCamera(steps, clock: clock, rate: rate, h264: h264)
            channel = Channel(
                name: "front",
                camera: CameraDescription(
                    identity: "test", device: nil, asked: "mjpeg", granted: nil, delivered: nil, remarks: []),
                microphones: [], limits: PreEventLimits(duration: .seconds(1), bytes: 1 << 24, audio: false),
                wakeWriter: {})
            channel.activate(recording: 1, at: clock.now)
            let feed = VideoFeed(
                camera: camera, encoding: SelectedEncoding(encoder: NoEncoder(), passesJPEG: true),
                settings: VideoEncoderSettings(
                    preset: "fast", bitRate: 1_000_000, width: nil, height: nil, keyInterval: .seconds(1)),
                channel: channel, clock: clock, report: remarks.report)
            let end = clock.start + .fractional(seconds: seconds)
            var steps = 0
            while clock.now < end {
                feed.step(unless: { false })
                steps += 1
                // A loop that does not wait would never end.
                try #require(steps < 100_000)
            }
            for output in channel.takeOutput() {
                if case .item(let item) = output.content { items.append(item) }
            }
        }

        var pictures: [EncodedPacket] { items.compactMap(\.picture) }
        var numbers: [Int] { pictures.map { Media.number(Array($0.bytes.dropFirst(2))) } }
        var events: [RecordEvent] { items.compactMap(\.event) }

        func events(_ kind: RecordEvent.Kind) -> [RecordEvent] {
            events.filter { $0.kind == kind }
        }
    }

    @Test func `every frame becomes a picture with the driver's time`() throws {
        let run = try Run([.frames(1000)], seconds: 4)
        #expect(run.numbers == Array(0..<100))
        #expect(run.pictures.first?.time == Media.time(100.035))
        #expect(run.events.isEmpty)
        #expect(run.channel.camera.granted == "mjpeg 640x480 at 25 fps")
        #expect(run.channel.camera.remarks == ["a remark"])
    }

    @Test func `frames that the driver counted and nobody got are written down`() throws {
        let run = try Run([.frames(10), .lost(3), .frames(10)], seconds: 0.92)
        #expect(run.events(.framesLost).map(\.count) == [3])
        #expect(run.numbers == Array(0..<10) + Array(13..<23))
    }

    @Test func `frames that are marked bad or cut off are dropped and counted`() throws {
        let run = try Run([.frames(5), .damaged, .frames(5), .cutOff, .frames(5)], seconds: 0.68)
        #expect(run.numbers == Array(0..<5) + Array(6..<11) + Array(12..<17))
        #expect(run.events(.framesDamaged).map(\.count) == [1, 1])
        #expect(run.events(.framesDamaged).map(\.cause) == ["marked as damaged by the driver", "picture cut off"])
    }

    @Test func `an unplugged camera is looked for every second for ever, and its gap is written down`() throws {
        let run = try Run(
            [.frames(25), .fail(.disconnected), .absent(until: .seconds(30)), .frames(1000)], seconds: 35)
        let tries = run.camera.opened.dropFirst()
        // At once, and every second after.
        #expect(tries.count == 30)
        #expect(zip(tries, tries.dropFirst()).allSatisfy { $1 - $0 == .seconds(1) })
        let gap = try #require(run.events(.pictureGap).first)
        #expect(run.events(.pictureGap).count == 1)
        #expect(gap.at == Media.time(100.995))
        #expect(gap.until == run.pictures[25].time)
        #expect(gap.cause == "the device is gone")
        // Recording again within 2 s of its return.
        #expect(run.pictures[25].time - Media.time(130) < .seconds(2))
        // What was opened, one line for its going, one for its return.
        #expect(
            run.remarks.texts == [
                "camera front: mjpeg 640x480 at 25 fps from Test on test-0", "camera front: a remark",
                "camera front: the device is gone; trying again every second", "camera front: back after 29.0 s",
            ])
    }

    @Test func `the loss is written down when it happens, not only when it is over`() throws {
        let run = try Run([.frames(25), .fail(.disconnected), .absent(until: .seconds(1000))], seconds: 10)
        #expect(run.events(.pictureLost).map(\.at) == [Media.time(100.995)])
        #expect(run.channel.camera.granted == nil)
    }

    @Test func `a camera that is not there from the start is looked for, and written down`() throws {
        let run = try Run([.absent(until: .seconds(5)), .frames(100)], seconds: 6)
        #expect(run.events(.pictureLost).map(\.at) == [Media.time(100)])
        #expect(run.events(.pictureGap).count == 1)
        #expect(run.camera.opened.count == 6)
    }

    @Test func `a stall is noticed within a second`() throws {
        let run = try Run([.frames(25), .stall], seconds: 10)
        let opened = run.camera.opened
        #expect(opened[1] - Media.time(101) < .seconds(1))
        #expect(run.events(.pictureLost).count == 1)
    }

    @Test(arguments: [2, 3, 4, 5, 25] as [UInt32])
    func `a stall of a slow camera is noticed within a second, too`(rate: UInt32) throws {
        let run = try Run([.frames(Int(rate)), .stall], seconds: 10, rate: rate)
        #expect(run.camera.opened[1] - Media.time(101) <= .seconds(1))
        #expect(run.pictures.count == Int(rate))
    }

    @Test func `a camera of one picture a second is not given up before one is due`() throws {
        let run = try Run([.frames(5), .stall], seconds: 10, rate: 1)
        #expect(run.pictures.count == 5)
        #expect(run.camera.opened[1] - Media.time(105) == .milliseconds(1500))
    }

    @Test(arguments: [(1, 10), (1, UInt32.max), (UInt32.max, 1)] as [(UInt32, UInt32)])
    func `no rate that a driver tells makes the patience absurd`(frames: UInt32, seconds: UInt32) throws {
        let rate = try #require(FrameRate(frames: frames, seconds: seconds))
        #expect((Duration.milliseconds(700) ... .seconds(4)).contains(VideoFeed.patience(at: rate)))
    }

    @Test func `a camera that opens and gives nothing is said once, and opened without haste`() throws {
        let run = try Run([.frames(25), .stall], seconds: 60)
        #expect(run.camera.opened.count <= 61)
        #expect(run.camera.opened.count >= 30)
        #expect(run.remarks.texts.count <= 4)
    }

    @Test func `a camera that fails as soon as it is opened is not asked without a pause`() throws {
        let run = try Run((0..<1000).map { _ in .fail(.system(errno: 5, during: "VIDIOC_DQBUF")) }, seconds: 10)
        #expect(run.camera.opened.count <= 11)
        #expect(run.remarks.texts.count <= 4)
    }

    @Test func `another format is asked for at once`() throws {
        let run = try Run([.frames(25), .fail(.sourceChanged), .frames(25)], seconds: 1.9)
        #expect(run.camera.opened.count == 2)
        #expect(run.camera.opened[1] == Media.time(101))
        #expect(run.events(.formatChanged).count == 1)
        #expect(run.pictures.count >= 47)
    }

    @Test func `a rate below what was granted is reported once, with both numbers`() throws {
        let run = try Run([.rate(12), .frames(1000)], seconds: 30)
        #expect(run.events(.rateMismatch).map(\.cause) == ["25 fps asked, 12.0 delivered"])
        #expect(run.remarks.texts.count { $0.contains("delivered") } == 1)
    }

    // MARK: - Frames without pictures

    private static let sets: [UInt8] = [0, 0, 0, 1, 0x67, 0x42, 0, 0x1E, 0, 0, 0, 1, 0x68, 0xCE]
    private static let key: [UInt8] = [0, 0, 0, 1, 0x65, 0x88, 1, 2]
    private static let slice: [UInt8] = [0, 0, 0, 1, 0x41, 0x9A, 3]
    /// The same key picture with its length instead of a start code.
    private static let lengthPrefixed: [UInt8] = [0, 0, 0, 4, 0x65, 0x88, 1, 2]

    @Test(arguments: [
        (lengthPrefixed, "malformed: H.264 without start codes (Annex B)"),
        (key, "it waits for the sequence and picture parameter set of its H.264 stream"),
        (sets + slice, "it waits for a key picture (IDR)"),
    ])
    func `H264 that cannot be recorded is said, counted and shown as lost`(frame: [UInt8], cause: String) throws {
        let run = try Run([.frames(250)], seconds: 10) { _ in frame }
        let reason = "frames come and no picture can be recorded: \(cause)"
        #expect(run.pictures.isEmpty)
        #expect(run.events(.pictureLost).map(\.cause) == [reason])
        #expect(run.events(.pictureLost).map(\.at) == [Media.time(100.035)])
        #expect(run.channel.tally.cameraProblem == reason)
        // Those of the last second may still be summed up.
        #expect((225...250).contains(run.channel.tally.framesDamaged))
        #expect(run.events(.framesDamaged).count <= 11)
        #expect(run.remarks.texts.count { $0.contains(reason) } == 1)
    }

    @Test func `a camera whose every JPEG is cut off is said to give no picture`() throws {
        let run = try Run([ScriptedCamera.Step](repeating: .cutOff, count: 250), seconds: 9)
        #expect(
            run.channel.tally.cameraProblem == "frames come and no picture can be recorded: picture cut off")
        #expect(run.remarks.texts.count { $0.contains("cut off") } == 1)
    }

    @Test func `H264 that begins late, between two key pictures, is no fault`() throws {
        let run = try Run([.frames(100)], seconds: 3.9) { $0 % 45 == 40 ? Self.sets + Self.key : Self.slice }
        #expect(run.pictures.count > 50)
        #expect(run.events.isEmpty)
    }

    @Test func `H264 whose key picture comes after all begins with it, and the gap is written down`() throws {
        let run = try Run([.frames(200)], seconds: 7) { $0 == 150 ? Self.sets + Self.key : Self.slice }
        #expect(run.events(.pictureGap).map(\.until) == [run.pictures.first?.time])
        #expect(run.events(.framesDamaged).compactMap(\.count).reduce(0, +) == 150)
        #expect(run.channel.tally.cameraProblem == nil)
        #expect(run.remarks.texts.contains("camera front: back after 6.0 s"))
    }

    @Test func `times that are replaced are written down once a second`() throws {
        var notes = [RecordEvent]()
        var sum = RepeatingEvent()
        for number in 0..<100 {
            let event = RecordEvent(.timestampReplaced, at: Media.time(Double(number) / 25), count: 1)
            if let done = sum.add(event) { notes.append(done) }
        }
        #expect(notes.map(\.count) == [25, 25, 25])
        #expect(sum.take()?.count == 25)
        #expect(sum.take() == nil)
    }
}
