import CameraModel
import Evidence
import Testing

@testable import Recording

@Suite struct ChannelTimelineTests {
    private static let limits = PreEventLimits(duration: .seconds(3), bytes: 1 << 20, audio: false)
    private var timeline = ChannelTimeline(name: "front", limits: limits, microphones: [])
    private var next = 0

    /// Pictures at 10 fps, a key picture each second, up to and without `end`.
    private mutating func pictures(until end: Double) {
        while Double(next) / 10 < end - 0.001 {
            timeline.accept(
                video: Media.picture(next, at: Media.time(Double(next) / 10), isKey: next % 10 == 0))
            next += 1
        }
    }

    private mutating func numbers() -> [Int: [Int]] {
        var numbers: [Int: [Int]] = [:]
        for output in timeline.takeOutput() {
            if case .item(.video(let packet)) = output.content {
                numbers[output.recording, default: []].append(Media.number(packet.bytes))
            }
        }
        return numbers
    }

    @Test mutating func `a start takes what the buffer holds and goes on without a hole`() {
        pictures(until: 10)
        timeline.activate(recording: 1, at: Media.time(10))
        pictures(until: 12)
        #expect(numbers() == [1: Array(70..<120)])
    }

    @Test mutating func `how much was delivered before the start is said`() throws {
        pictures(until: 1.5)
        timeline.activate(recording: 1, at: Media.time(1.5))
        guard case .begin(let delivery) = try #require(timeline.takeOutput().first).content else {
            Issue.record("a recording begins with its delivery")
            return
        }
        #expect(delivery.configured == 3)
        #expect(delivery.delivered == 1.5)
        #expect(delivery.shortfall == .cameraStarted)
        #expect(delivery.start == Media.time(0))
    }

    @Test mutating func `a full delivery has no shortfall`() throws {
        pictures(until: 30)
        timeline.activate(recording: 1, at: Media.time(30))
        guard case .begin(let delivery) = try #require(timeline.takeOutput().first).content else {
            Issue.record("a recording begins with its delivery")
            return
        }
        #expect(delivery.shortfall == nil)
        #expect(delivery.delivered >= 3 && delivery.delivered < 4)
    }

    @Test mutating func `a stop ends right before the next key picture, which the buffer keeps`() {
        pictures(until: 5)
        timeline.activate(recording: 1, at: Media.time(5))
        pictures(until: 7.5)
        timeline.deactivate(at: Media.time(7.5))
        let isAsked = timeline.takeKeyRequest(at: Media.time(7.5))
        #expect(isAsked)
        pictures(until: 9)
        #expect(numbers()[1]?.last == 79)
        timeline.activate(recording: 2, at: Media.time(9))
        #expect(numbers()[2] == Array(80..<90))
    }

    @Test mutating func `a picture from before the stop does not answer its wish for a key picture`() {
        pictures(until: 5)
        timeline.activate(recording: 1, at: Media.time(5))
        timeline.deactivate(at: Media.time(7.5))
        let asked = [7.4, 7.6, 7.7].map { timeline.takeKeyRequest(at: Media.time($0)) }
        #expect(asked == [false, true, false])
    }

    @Test mutating func `a wish that the camera fulfilled by itself is forgotten`() {
        pictures(until: 5)
        timeline.activate(recording: 1, at: Media.time(5))
        timeline.deactivate(at: Media.time(5.5))
        pictures(until: 6.2)
        let isAsked = timeline.takeKeyRequest(at: Media.time(6.2))
        #expect(!isAsked)
    }

    @Test mutating func `a stop without a key picture ends after two seconds`() {
        timeline.accept(video: Media.picture(0, at: Media.time(0), isKey: true))
        timeline.activate(recording: 1, at: Media.time(0))
        timeline.deactivate(at: Media.time(1))
        for number in 1...40 {
            timeline.accept(video: Media.picture(number, at: Media.time(Double(number) / 10), isKey: false))
            timeline.tick(Media.time(Double(number) / 10))
        }
        #expect(numbers()[1] == Array(0...30))
        #expect(timeline.isIdle)
    }

    @Test mutating func `a start while one ends begins with the key picture that the other ends before`() {
        pictures(until: 5)
        timeline.activate(recording: 1, at: Media.time(5))
        timeline.deactivate(at: Media.time(7.2))
        timeline.activate(recording: 2, at: Media.time(7.4))
        pictures(until: 9)
        let numbers = numbers()
        #expect(numbers[1]?.last == 79)
        #expect(numbers[2] == Array(80..<90))
    }

    @Test mutating func `a start and a stop while one ends make a recording that ends too`() {
        pictures(until: 5)
        timeline.activate(recording: 1, at: Media.time(5))
        pictures(until: 7.2)
        timeline.deactivate(at: Media.time(7.2))
        timeline.activate(recording: 2, at: Media.time(7.3))
        timeline.deactivate(at: Media.time(7.4))
        pictures(until: 12)
        let numbers = numbers()
        #expect(numbers[1]?.last == 79)
        #expect(numbers[2] == Array(80..<90))
        #expect(timeline.current == nil)
        #expect(timeline.isIdle)
    }

    @Test mutating func `starts and stops faster than key pictures are taken one after the other`() {
        pictures(until: 5)
        timeline.activate(recording: 1, at: Media.time(5))
        pictures(until: 5.2)
        for number in 2...4 {
            timeline.deactivate(at: Media.time(5.2))
            timeline.activate(recording: number, at: Media.time(5.2))
        }
        pictures(until: 8.5)
        #expect(timeline.current == 4)
        let numbers = numbers()
        #expect(numbers[2] == Array(60..<70))
        #expect(numbers[3] == Array(70..<80))
        #expect(numbers[4] == Array(80..<85))
    }

    @Test mutating func `a shutdown begins and ends what was asked for meanwhile`() {
        pictures(until: 5)
        timeline.activate(recording: 1, at: Media.time(5))
        timeline.deactivate(at: Media.time(5.1))
        timeline.activate(recording: 2, at: Media.time(5.2))
        timeline.finish(at: Media.time(5.3))
        let order = timeline.takeOutput().compactMap { output -> String? in
            switch output.content {
            case .begin: "begin \(output.recording)"
            case .end: "end \(output.recording)"
            case .item: nil
            }
        }
        #expect(order == ["begin 1", "end 1", "begin 2", "end 2"])
    }

    @Test mutating func `a camera that went away long ago delivers nothing from then`() throws {
        pictures(until: 10)
        timeline.accept(RecordEvent(.pictureLost, at: Media.time(10), device: "front", cause: "unplugged"))
        timeline.tick(Media.time(3600))
        #expect(timeline.held == .zero)
        timeline.activate(recording: 1, at: Media.time(3600))
        let output = timeline.takeOutput()
        guard case .begin(let delivery) = try #require(output.first).content else {
            Issue.record("a recording begins with its delivery")
            return
        }
        #expect(delivery.delivered == 0)
        #expect(delivery.shortfall == .noPicture)
        #expect(delivery.start == nil)
        // And why there is none is in the recording.
        #expect(
            output.dropFirst().map(\.content)
                == [
                    .item(.event(RecordEvent(.pictureLost, at: Media.time(10), device: "front", cause: "unplugged")))
                ])
    }

    @Test mutating func `without a tick an activation still takes nothing older than a group above the duration`() {
        pictures(until: 10)
        timeline.activate(recording: 1, at: Media.time(11.5))
        #expect(numbers() == [1: Array(80..<100)])
    }

    @Test func `while the writer sleeps, pictures are shed in whole groups, counted, and memory is bounded`() {
        let limits = PreEventLimits(duration: .seconds(3), bytes: 20_000, audio: false)
        var timeline = ChannelTimeline(name: "front", limits: limits, microphones: ["cabin"])
        timeline.activate(recording: 1, at: Media.time(0))
        for number in 0..<2000 {
            let time = Media.time(Double(number) / 10)
            timeline.accept(video: Media.picture(number, at: time, isKey: number % 10 == 0, size: 100))
            timeline.accept(audio: Media.sound(number, at: time, size: 100), track: 0)
        }
        let before = timeline.takeOutput()
        #expect(before.reduce(0) { $0 + $1.cost } < 30_000)
        let written = before.count { if case .item(.video) = $0.content { true } else { false } }
        for number in 2000..<2015 {
            timeline.accept(
                video: Media.picture(number, at: Media.time(Double(number) / 10), isKey: number % 10 == 0, size: 100))
        }
        let after = timeline.takeOutput()
        guard case .item(.event(let gap)) = after.first?.content else {
            Issue.record("the gap comes first")
            return
        }
        #expect(gap.kind == .storageGap)
        #expect(gap.count == 2000 - written)
        #expect(gap.until == Media.time(200))
        #expect(gap.cause != nil)
        guard case .item(.video(let first)) = after.dropFirst().first?.content else {
            Issue.record("a key picture follows")
            return
        }
        #expect(first.isKey)
    }

    @Test func `sound alone is shed too while the writer sleeps`() {
        let limits = PreEventLimits(duration: .seconds(3), bytes: 20_000, audio: false)
        var timeline = ChannelTimeline(name: "front", limits: limits, microphones: ["cabin"])
        timeline.activate(recording: 1, at: Media.time(0))
        for number in 0..<2000 {
            timeline.accept(audio: Media.sound(number, at: Media.time(Double(number) / 10), size: 100), track: 0)
        }
        #expect(timeline.takeOutput().reduce(0) { $0 + $1.cost } < 30_000)
        timeline.accept(audio: Media.sound(2000, at: Media.time(200), size: 100), track: 0)
        let output = timeline.takeOutput()
        guard case .item(.event(let gap)) = output.first?.content else {
            Issue.record("the gap comes first")
            return
        }
        #expect(gap.kind == .storageGap)
        #expect(gap.until == Media.time(200))
        #expect(output.count == 2)
    }

    @Test func `late sound goes to the recording that its time belongs to`() {
        var timeline = ChannelTimeline(name: "front", limits: Self.limits, microphones: ["cabin"])
        timeline.activate(recording: 1, at: Media.time(0))
        timeline.accept(video: Media.picture(0, at: Media.time(0), isKey: true))
        timeline.deactivate(at: Media.time(0.5))
        timeline.activate(recording: 2, at: Media.time(0.6))
        timeline.accept(video: Media.picture(1, at: Media.time(1), isKey: true))
        timeline.accept(audio: Media.sound(7, at: Media.time(0.9)), track: 0)
        timeline.accept(audio: Media.sound(8, at: Media.time(1.1)), track: 0)
        var found: [Int: [Int]] = [:]
        for output in timeline.takeOutput() {
            if case .item(.audio(_, let packet)) = output.content {
                found[output.recording, default: []].append(Media.number(packet.bytes))
            }
        }
        #expect(found == [1: [7], 2: [8]])
    }

    @Test func `without pre-event sound nothing from before the start is heard`() {
        var timeline = ChannelTimeline(name: "front", limits: Self.limits, microphones: ["cabin"])
        for number in 0..<30 {
            let time = Media.time(Double(number) / 10)
            timeline.accept(video: Media.picture(number, at: time, isKey: number % 10 == 0))
            timeline.accept(audio: Media.sound(number, at: time), track: 0)
        }
        timeline.activate(recording: 1, at: Media.time(3.05))
        timeline.accept(audio: Media.sound(30, at: Media.time(3)), track: 0)
        timeline.accept(audio: Media.sound(31, at: Media.time(3.1)), track: 0)
        let sound = timeline.takeOutput().compactMap { output -> Int? in
            if case .item(.audio(_, let packet)) = output.content { Media.number(packet.bytes) } else { nil }
        }
        #expect(sound == [31])
    }

    private func recordingOfTwoSeconds(soundUntil end: Int) -> ChannelTimeline {
        var timeline = ChannelTimeline(name: "front", limits: Self.limits, microphones: ["cabin"])
        timeline.activate(recording: 1, at: Media.time(0))
        for number in 0..<20 {
            let time = Media.time(Double(number) / 10)
            timeline.accept(video: Media.picture(number, at: time, isKey: number % 10 == 0))
            if number < end { timeline.accept(audio: Media.sound(number, at: time), track: 0) }
        }
        return timeline
    }

    private func end(_ timeline: inout ChannelTimeline) -> [ChannelOutput.Content] {
        timeline.takeOutput().suffix(2).map(\.content)
    }

    @Test func `sound that has not come half a second after the end is written down as left out`() {
        var timeline = recordingOfTwoSeconds(soundUntil: 15)
        timeline.deactivate(at: Media.time(1.95))
        timeline.accept(video: Media.picture(20, at: Media.time(2), isKey: true))
        timeline.tick(Media.time(2.4))
        #expect(!timeline.isIdle)
        timeline.tick(Media.time(2.5))
        let left = RecordEvent(
            .soundDropped, at: Media.time(1.5), until: Media.time(2), device: "cabin",
            cause: "it had not come when the recording was closed")
        #expect(end(&timeline) == [.item(.event(left)), .end])
    }

    @Test func `sound that has all come is not said to be missing, whenever the next comes`() {
        var timeline = recordingOfTwoSeconds(soundUntil: 20)
        timeline.deactivate(at: Media.time(1.95))
        timeline.accept(video: Media.picture(20, at: Media.time(2), isKey: true))
        timeline.tick(Media.time(2.5))
        let output = end(&timeline)
        #expect(output.last == .end)
        #expect(output.allSatisfy { if case .item(.event) = $0 { false } else { true } })
    }

    @Test(arguments: [(18, false), (10, true)])
    func `at a shutdown the sound of a moment is no loss, and that of a second is`(end: Int, isSaid: Bool) {
        var timeline = recordingOfTwoSeconds(soundUntil: end)
        timeline.finish(at: Media.time(2))
        let said = timeline.takeOutput().contains { output in
            if case .item(.event(let event)) = output.content { event.kind == .soundDropped } else { false }
        }
        #expect(said == isSaid)
    }
}
