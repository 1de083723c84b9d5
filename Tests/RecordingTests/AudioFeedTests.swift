import CameraModel
import Evidence
import Simulation
import Testing

@testable import Recording

@Suite struct AudioFeedTests {
    /// A microphone's thread on a virtual clock, into a channel that records.
    private final class Run {
        let clock = VirtualClock(start: Media.time(100), utc: UTCTime(nanosecondsSince1970: 0))
        let microphone: ScriptedMicrophone
        let encoding = KeepingEncoding()
        let status = AudioStatus()
        let remarks = Remarks()
        let channel: Channel
        private(set) var events: [RecordEvent] = []
        private(set) var blocks: [EncodedPacket] = []

        init(
            _ steps: [ScriptedMicrophone.Step], seconds: Double, held: Int = 0, channels: Int = 1,
            mutedFrom: Double? = nil
        ) throws {
            let mute = SoundMute()
            microphone = ScriptedMicrophone(steps, clock: clock, format: AudioFormat(rate: 48_000, channels: channels))
            channel = Channel(
                name: "front",
                camera: CameraDescription(
                    identity: "none", device: nil, asked: "", granted: nil, delivered: nil, remarks: []),
                microphones: [MicrophoneDescription(name: "cabin", identity: "test", rate: 48_000, channels: 1)],
                limits: PreEventLimits(duration: .seconds(1), bytes: 1 << 24, audio: true), wakeWriter: {})
            channel.activate(recording: 1, at: clock.now)
            let feed = try AudioFeed(
                name: "cabin", microphone: microphone, bitRate: 64_000, encoding: encoding,
                correcting: HoldingCorrecting(held: held), destinations: [.init(channel: channel, track: 0)],
                status: status, mute: mute, clock: clock, report: remarks.report)
            let end = clock.start + .fractional(seconds: seconds)
            var steps = 0
            while clock.now < end {
                if let mutedFrom {
                    // Muted for half a second.
                    let since = clock.start + .fractional(seconds: mutedFrom)
                    mute.set(clock.now >= since && clock.now < since + .milliseconds(500), at: since)
                }
                feed.step(unless: { false })
                steps += 1
                // A loop that does not wait would never end.
                try #require(steps < 100_000)
            }
            for output in channel.takeOutput() {
                guard case .item(let item) = output.content else { continue }
                if let event = item.event { events.append(event) }
                if let block = item.sound { blocks.append(block) }
            }
        }

        var gaps: [RecordEvent] { events.filter { $0.kind == .soundGap } }
        var gapFrames: Int { gaps.reduce(0) { $0 + ($1.count ?? 0) } }
        /// Frames of the line of sound that are silent.
        var silentFrames: Int { encoding.samples.count { $0 == 0 } }
        /// Whether every frame that sounds is at its own place.
        var isInPlace: Bool {
            encoding.samples.enumerated().allSatisfy {
                $0.element == 0 || $0.element == ScriptedMicrophone.value(at: Int64($0.offset))
            }
        }
    }

    @Test func `sound is in its place from the first frame, and nothing is said to be missing`() throws {
        let run = try Run([.periods(1000)], seconds: 5)
        #expect(run.silentFrames == 0)
        #expect(run.isInPlace)
        #expect(run.gaps.isEmpty)
        #expect(run.status.value.isPresent)
    }

    @Test func `after an overrun the silence has exactly the length of what is missing`() throws {
        let run = try Run([.periods(50), .overrun(frames: 12_345), .periods(100)], seconds: 1.5)
        #expect(run.silentFrames == 12_345)
        #expect(run.gapFrames == 12_345)
        #expect(run.isInPlace)
        #expect(run.gaps.first?.cause?.contains("overrun") == true)
        #expect(run.gaps.first?.at == Media.time(100.5))
    }

    @Test func `the silence is as exact with a filter that holds frames back`() throws {
        let run = try Run([.periods(50), .overrun(frames: 12_345), .periods(100)], seconds: 1.5, held: 16)
        #expect(run.silentFrames == 12_345)
        #expect(run.gapFrames == 12_345)
        #expect(run.isInPlace)
    }

    @Test func `D.2.c: muted sound is silence in its place, and its beginning and end are written down`() throws {
        let run = try Run([.periods(1000)], seconds: 2, mutedFrom: 0.5)
        #expect(run.isInPlace)
        #expect(run.events.map(\.kind) == [.soundMuted, .soundUnmuted])
        #expect(abs(run.silentFrames - 24_000) < 1000)
        #expect(run.gaps.isEmpty)
    }

    @Test func `two channels of sound are filled by frames, not by samples`() throws {
        let run = try Run([.periods(50), .overrun(frames: 1000), .periods(50)], seconds: 1, channels: 2)
        #expect(run.silentFrames == 2000)
        #expect(run.gapFrames == 1000)
    }

    @Test func `sound that is lost without a word is silence too`() throws {
        let run = try Run([.periods(50), .hole(frames: 4800), .periods(50)], seconds: 1)
        #expect(run.silentFrames == 4800)
        #expect(run.gapFrames == 4800)
        #expect(run.isInPlace)
    }

    @Test func `surplus sound is dropped and said`() throws {
        let run = try Run([.periods(50), .repeated(frames: 2400), .periods(50)], seconds: 0.95)
        let dropped = run.events.filter { $0.kind == .soundDropped }
        #expect(dropped.reduce(0) { $0 + ($1.count ?? 0) } == 2400)
        #expect(run.isInPlace)
    }

    @Test func `a microphone that is not there is silence, in parts, and asked for every second for ever`() throws {
        let run = try Run([.absent(until: .seconds(1000))], seconds: 20)
        let opened = run.microphone.opened
        #expect((20...21).contains(opened.count))
        #expect(zip(opened, opened.dropFirst()).allSatisfy { $1 - $0 >= .seconds(1) && $1 - $0 < .milliseconds(1200) })
        // Silence keeps just behind the present.
        #expect(run.encoding.samples.count >= Int(19.6 * 48_000))
        #expect(run.gaps.count >= 15)
        #expect(run.gaps.allSatisfy { $0.cause?.contains("card \"Test\"") == true })
        #expect(zip(run.gaps, run.gaps.dropFirst()).allSatisfy { $0.until == $1.at })
        #expect(run.blocks.count >= 900)
        // Said once.
        #expect(run.remarks.texts.count == 1)
        #expect(!run.status.value.isPresent)
    }

    @Test func `a microphone that is unplugged and comes back joins again where it belongs`() throws {
        let run = try Run(
            [.periods(100), .fail(.disconnected), .absent(until: .seconds(5)), .periods(2000)], seconds: 10)
        #expect(run.isInPlace)
        #expect(run.gapFrames == run.silentFrames)
        let seconds = Double(run.silentFrames) / 48_000
        // Away from 1 s to 5 s; looked for every second.
        #expect(seconds >= 4 && seconds <= 5.2)
        #expect(run.status.value.isPresent)
        #expect(run.gaps.first?.cause?.contains("gone") == true)
        // What was opened, one line for its going, one for its return.
        #expect(
            run.remarks.texts == [
                "microphone cabin: card Test, device 0",
                "microphone cabin: the device is gone; trying again every second",
                "microphone cabin: card Test, device 0: sound again",
            ])
    }

    @Test func `a microphone that stalls is opened again, without end and without haste`() throws {
        let run = try Run([.periods(100), .stall], seconds: 20)
        #expect(run.microphone.opened.count >= 10)
        #expect(run.microphone.opened.count <= 20)
        #expect(run.gapFrames >= 17 * 48_000)
        // It is there, it opens, and it gives nothing: said once, not every second.
        #expect(run.remarks.texts.count <= 3)
    }

    @Test func `a microphone that fails as soon as it is opened is not asked without a pause`() throws {
        let run = try Run((0..<1000).map { _ in .fail(.system(errno: 5, during: "snd_pcm_readi")) }, seconds: 10)
        #expect(run.microphone.opened.count <= 11)
        #expect(run.remarks.texts.count <= 2)
    }

    @Test(arguments: [Duration.seconds(-100), .seconds(-1_000_000), .seconds(3600), .seconds(200_000_000)])
    func `a time that cannot be does no harm`(offset: Duration) throws {
        let run = try Run([.periods(100), .wrongTime(offset), .periods(100)], seconds: 2)
        #expect(run.silentFrames == 0)
        #expect(run.isInPlace)
        #expect(run.encoding.samples.count == 201 * 480 || run.encoding.samples.count == 200 * 480)
    }

    @Test func `drift is written down every minute`() throws {
        let run = try Run([.periods(100_000)], seconds: 190)
        let drift = run.events.filter { $0.kind == .drift }
        #expect(drift.count == 3)
        #expect(drift.allSatisfy { abs($0.partsPerMillion ?? 99) < 1 })
    }

    @Test func `the moment that a microphone takes to start is no gap`() throws {
        let run = try Run([.hole(frames: 1440), .periods(100)], seconds: 1)
        #expect(run.gaps.isEmpty)
        #expect(run.status.value.gaps == 0)
        #expect(run.silentFrames == 0)
        #expect(run.blocks.first?.time == Media.time(100.03))
        #expect(run.encoding.samples.first == ScriptedMicrophone.value(at: 1440))
    }

    @Test func `a gap that has been written down in parts has no part without length at its end`() throws {
        // Away from 0.2 s on and opened at 1.5 s, just after a second of silence was written down; its driver hands over
        // sound that is 0.3 s old and follows on that silence.
        let run = try Run(
            [
                .periods(20), .overrun(frames: 14_400), .fail(.disconnected), .absent(until: .milliseconds(1450)),
                .repeated(frames: 14_400), .periods(50),
            ], seconds: 1.6)
        #expect(run.gaps.map(\.at) == [Media.time(100.2)])
        #expect(run.gaps.map(\.until) == [Media.time(101.2)])
        #expect(run.status.value.gaps == 1)
    }
}
