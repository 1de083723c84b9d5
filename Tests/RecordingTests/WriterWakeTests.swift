import CameraModel
import Evidence
import Testing

@testable import Recording

@Suite struct WriterWakeTests {
    private var wake = WriterWake()

    private mutating func pictures(_ seconds: Double, every: Int, isKey: (Int) -> Bool) -> [Double] {
        var wakes: [Double] = []
        for number in 0..<Int(seconds * Double(every)) {
            let time = Double(number) / Double(every)
            let picture = Media.picture(number, at: Media.time(time), isKey: isKey(number))
            wake.note(ChannelOutput(recording: 1, .item(.video(picture))))
            if wake.take() { wakes.append(time) }
        }
        return wakes
    }

    @Test mutating func `the writer is woken for a key picture at once, and for others five times a second`() {
        let wakes = pictures(3, every: 30) { $0 % 30 == 0 }
        #expect(Set([0, 1, 2]).isSubset(of: wakes))
        #expect(wakes.count <= 3 * 6)
        #expect(zip(wakes, wakes.dropFirst()).allSatisfy { $1 - $0 <= 0.27 })
    }

    @Test mutating func `of JPEG pictures the writer is not woken for each`() {
        #expect(pictures(3, every: 30) { _ in true }.count <= 3 * 6)
    }

    @Test mutating func `the writer is woken at once for an event and for a recording's end`() {
        let event = RecordEvent(.framesLost, at: Media.time(0), count: 1, device: "front")
        wake.note(ChannelOutput(recording: 1, .item(.event(event))))
        let forEvent = wake.take()
        #expect(forEvent)
        wake.note(ChannelOutput(recording: 1, .end))
        let forEnd = wake.take()
        #expect(forEnd)
    }

    @Test mutating func `the writer is woken for sound alone before a quarter of a second has come`() {
        for block in 0..<11 {
            let packet = EncodedPacket(
                time: Media.time(Double(block) * 0.021), isKey: true, bytes: [0], parameters: nil)
            wake.note(ChannelOutput(recording: 1, .item(.audio(track: 0, packet))))
        }
        let isDue = wake.take()
        #expect(isDue)
    }

    @Test mutating func `the writer is woken once for what is due`() {
        wake.note(ChannelOutput(recording: 1, .end))
        let first = wake.take()
        let second = wake.take()
        #expect(first && !second)
    }
}
