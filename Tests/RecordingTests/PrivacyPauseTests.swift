import CameraModel
import Evidence
import Testing

@testable import Recording

@Suite struct PrivacyPauseTests {
    private var timeline = ChannelTimeline(
        name: "front", limits: PreEventLimits(duration: .seconds(30), bytes: 1 << 20, audio: false), microphones: [])
    private var next = 0

    /// Pictures at 10 fps, a key picture each second, up to and without `end`.
    private mutating func pictures(until end: Double) {
        while Double(next) / 10 < end - 0.001 {
            timeline.accept(video: Media.picture(next, at: Media.time(Double(next) / 10), isKey: next % 10 == 0))
            next += 1
        }
    }

    private mutating func numbers() -> [Int] {
        timeline.takeOutput().compactMap { output in
            if case .item(.video(let packet)) = output.content { Media.number(packet.bytes) } else { nil }
        }
    }

    @Test mutating func `D.3.a: nothing of a privacy pause is kept, nor of what was before it`() {
        pictures(until: 5)
        timeline.pausePreEvent()
        #expect(timeline.held == .zero)
        pictures(until: 9)
        timeline.resumePreEvent()
        pictures(until: 12)
        timeline.activate(recording: 1, at: Media.time(12))
        #expect(numbers() == Array(90..<120))
    }

    @Test mutating func `D.3.a: the delivery says that a privacy pause made it shorter`() throws {
        pictures(until: 5)
        timeline.pausePreEvent()
        timeline.resumePreEvent()
        pictures(until: 8)
        timeline.activate(recording: 1, at: Media.time(8))
        guard case .begin(let delivery) = try #require(timeline.takeOutput().first).content else {
            Issue.record("a recording begins with its delivery")
            return
        }
        #expect(delivery.shortfall == .privacy)
    }

    @Test mutating func `D.2.c: a stop for privacy keeps the recording whole up to its end`() {
        timeline.activate(recording: 1, at: Media.time(0))
        pictures(until: 5)
        timeline.deactivate(at: Media.time(5))
        timeline.pausePreEvent()
        pictures(until: 8)
        // Up to the first key picture after the stop, and not one more.
        #expect(numbers() == Array(0..<50))
        #expect(timeline.held == .zero)
    }
}
