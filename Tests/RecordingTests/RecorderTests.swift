import CameraModel
import Evidence
import Simulation
import Testing

@testable import Recording

@Suite struct RecorderTests {
    /// A unit of two cameras whose writers are stepped by hand.
    private final class Unit {
        let clock = VirtualClock(start: Media.time(100), utc: UTCTime(nanosecondsSince1970: 0))
        let disk = SimulatedDisk()
        let remarks = Remarks()
        let folders = RecordingFolders()
        let channels: [Channel]
        let writers: [ChannelWriter]
        let recorder: Recorder
        private var number = 0

        init(highestNumber: Int = 0) throws {
            try disk.makeDirectory(RecordingNames.root)
            channels = ["front", "cabin"].map { name in
                Channel(
                    name: name,
                    camera: CameraDescription(
                        identity: name, device: nil, asked: "", granted: nil, delivered: nil, remarks: []),
                    microphones: [], limits: PreEventLimits(duration: .seconds(5), bytes: 1 << 20, audio: false),
                    wakeWriter: {})
            }
            let environment = WriterEnvironment(
                disk: disk, muxing: BoxMuxing(), clock: clock, report: remarks.report)
            let folders = folders
            writers = channels.map {
                ChannelWriter(
                    channel: $0, microphones: [], folders: folders,
                    settings: SegmentSettings(duration: .seconds(60), minimumFree: 0), environment: environment)
            }
            recorder = Recorder(
                unit: "car", unitKind: "dashboard", boot: "b", channels: channels, folders: folders, disk: disk,
                clock: clock, highestNumber: highestNumber, report: remarks.report)
        }

        /// Both cameras for a while, at 10 fps with a key picture each second; `cabin` may be away.
        func film(seconds: Double, isCabinThere: Bool = true) {
            for _ in 0..<Int(seconds * 10) {
                for channel in channels where isCabinThere || channel.name == "front" {
                    channel.accept(video: [Media.picture(number, at: clock.now, isKey: number % 10 == 0)])
                }
                number += 1
                clock.advance(to: clock.now + .milliseconds(100))
                recorder.tick(clock.now)
                for writer in writers { writer.step() }
            }
        }
    }

    @Test func `a recording holds a file for each camera, each from its own buffer`() throws {
        let unit = try Unit(highestNumber: 41)
        unit.film(seconds: 8)
        let (recording, isNew) = try #require(unit.recorder.start(trigger: "button", at: unit.clock.now))
        #expect(isNew)
        #expect(recording.number == 42)
        #expect(recording.name == "car-00000042")
        unit.film(seconds: 3)
        #expect(unit.recorder.stop(at: unit.clock.now)?.number == 42)
        unit.film(seconds: 2)
        let found = Found(unit.disk)
        #expect(found.segments == ["recordings/car-00000042/cabin-0000.mp4", "recordings/car-00000042/front-0000.mp4"])
        #expect(found.ends.map(\.cause) == ["stop"])
        let delivered = found.lines.compactMap {
            if case .preEvent(let delivery) = $0 { delivery.delivered } else { nil }
        }
        #expect(delivered.count == 2)
        #expect(delivered.allSatisfy { $0 >= 5 && $0 < 6 })
    }

    @Test func `a second start changes nothing and gives the recording that runs`() throws {
        let unit = try Unit()
        unit.film(seconds: 1)
        let first = try #require(unit.recorder.start(trigger: "button", at: unit.clock.now))
        let second = try #require(unit.recorder.start(trigger: "light bar", at: unit.clock.now))
        #expect(!second.isNew)
        #expect(second.recording == first.recording)
        #expect(second.recording.trigger == "button")
    }

    @Test func `a stop without a recording is none`() throws {
        let unit = try Unit()
        #expect(unit.recorder.stop(at: unit.clock.now) == nil)
    }

    @Test func `start and stop as fast as a person can make recordings that all end`() throws {
        let unit = try Unit()
        unit.film(seconds: 2.3)
        for _ in 0..<4 {
            _ = unit.recorder.start(trigger: "button", at: unit.clock.now)
            _ = unit.recorder.stop(at: unit.clock.now)
        }
        unit.film(seconds: 8)
        let areIdle = unit.channels.allSatisfy { $0.isIdle }
        #expect(areIdle)
        #expect((1...4).allSatisfy { !unit.folders.isOpen($0) })
        let found = Found(unit.disk)
        #expect(found.ends.map(\.recording).sorted() == [1, 2, 3, 4])
        #expect(found.segments.count == 8)
    }

    @Test func `a camera that is away stops no other, and the recording ends all the same`() throws {
        let unit = try Unit()
        unit.film(seconds: 6, isCabinThere: false)
        _ = unit.recorder.start(trigger: "button", at: unit.clock.now)
        unit.film(seconds: 3, isCabinThere: false)
        _ = unit.recorder.stop(at: unit.clock.now)
        unit.film(seconds: 3, isCabinThere: false)
        let found = Found(unit.disk)
        #expect(found.segments == ["recordings/car-00000001/front-0000.mp4"])
        #expect(found.ends.count == 1)
        #expect(!unit.folders.isOpen(1))
    }

    @Test func `a shutdown ends the recording with its cause, and takes no further start`() throws {
        let unit = try Unit()
        unit.film(seconds: 2.5)
        _ = unit.recorder.start(trigger: "button", at: unit.clock.now)
        unit.film(seconds: 1)
        unit.recorder.finish(at: unit.clock.now)
        for writer in unit.writers { writer.step() }
        #expect(Found(unit.disk).ends.map(\.cause) == ["shutdown"])
        #expect(unit.recorder.start(trigger: "button", at: unit.clock.now) == nil)
        #expect(unit.recorder.current == nil)
    }

    @Test func `a shutdown right behind a stop and a start leaves no record without its end`() throws {
        let unit = try Unit()
        unit.film(seconds: 2.5)
        _ = unit.recorder.start(trigger: "button", at: unit.clock.now)
        unit.film(seconds: 1)
        _ = unit.recorder.stop(at: unit.clock.now)
        _ = unit.recorder.start(trigger: "button", at: unit.clock.now)
        unit.recorder.finish(at: unit.clock.now)
        for writer in unit.writers { writer.step() }
        #expect(Found(unit.disk).ends.map(\.recording).sorted() == [1, 2])
        #expect(!unit.folders.isOpen(2))
    }
}
