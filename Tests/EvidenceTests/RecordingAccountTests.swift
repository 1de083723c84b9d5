import CameraModel
import Evidence
import Testing

@Suite struct RecordingAccountTests {
    private func gap(_ from: Int64, _ to: Int64, count: Int, device: String = "chest") -> RecordEvent {
        RecordEvent(
            .soundGap, at: MonotonicTime(nanoseconds: from), until: MonotonicTime(nanoseconds: to), count: count,
            device: device)
    }

    private func events(of gaps: [RecordEvent]) -> [RecordEvent] {
        var account = RecordingAccount(folder: "unit-00000001")
        for gap in gaps {
            var entry = Samples.entry(0)
            entry.events = [gap]
            account.take(.fragment(entry))
        }
        return account.events.map(\.event)
    }

    @Test func `silence that was told in parts is one event`() {
        #expect(events(of: [gap(0, 10, count: 5), gap(10, 30, count: 10)]) == [gap(0, 30, count: 15)])
    }

    @Test func `silence apart in time, or of another microphone, is another event`() {
        let gaps = [gap(0, 10, count: 5), gap(11, 30, count: 9), gap(30, 40, count: 5, device: "cabin")]
        #expect(events(of: gaps) == gaps)
    }

    @Test func `counts from a hostile record stop nothing`() {
        #expect(events(of: [gap(0, 10, count: .max), gap(10, 30, count: .max)]).count == 1)
    }
}
