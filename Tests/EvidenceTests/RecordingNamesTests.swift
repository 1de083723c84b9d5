import Evidence
import Testing

@Suite struct RecordingNamesTests {
    @Test(arguments: [1, 12, 99_999_999, 100_000_000, 999_999_999_999_999])
    func `a folder's name gives its number back`(number: Int) {
        let path = RecordingNames.folder(unit: "car-7", recording: number)
        #expect(
            RecordingNames.recording(ofFolder: String(path.dropFirst("recordings/".count)), unit: "car-7") == number)
    }

    @Test(arguments: [
        "car-7", "car-7-", "car-7-1", "car-7-0000000a", "car-7-+0000001", "car-7-000000001", "car-8-00000001",
        "car-7-9223372036854775807", "car-7-99999999999999999999", "", "car-7-00000001.bak", "car-7-٠٠٠٠٠٠٠١",
    ])
    func `another folder's name gives none`(name: String) {
        #expect(RecordingNames.recording(ofFolder: name, unit: "car-7") == nil)
    }

    @Test(arguments: [("front", 0), ("rear-left", 9999), ("front", 10_000)])
    func `a segment's name gives channel and number back`(channel: String, number: Int) throws {
        let found = try #require(RecordingNames.segment(RecordingNames.segment(channel: channel, number: number)))
        #expect(found == (channel, number))
    }

    @Test(arguments: [
        "front.mp4", "front-1.mp4", "-0001.mp4", "front-0001.mp4.partial", "front-00001.mp4", "front-000x.mp4",
        "front-9223372036854775808.mp4", "front-+001.mp4",
    ])
    func `another file's name is no segment's`(name: String) {
        #expect(RecordingNames.segment(name) == nil)
    }

    @Test(arguments: [1, 2, 77])
    func `a record's name gives its number back`(number: Int) {
        #expect(RecordingNames.recordNumber(RecordingNames.record(number: number)) == number)
    }

    @Test(arguments: [
        "record-1.jsonl", "record-0.jsonl", "record--2.jsonl", "record-02.jsonl", "record-.jsonl", "records.jsonl",
        "record-9223372036854775807.jsonl", "record-2.json",
    ])
    func `another file's name is no record's`(name: String) {
        #expect(RecordingNames.recordNumber(name) == nil)
    }
}
