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

        init(_ steps: [ScriptedCamera.Step], seconds: Double, rate: UInt32 = 25) throws {
            camera = ScriptedCamera(steps, clock: clock, rate: rate)
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
        // Two different reasons, and the return: nothing is said every second.
        #expect(run.remarks.texts.count <= 6)
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
}
