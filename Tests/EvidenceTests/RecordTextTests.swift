import CameraModel
import Evidence
import Simulation
import Testing

@Suite struct RecordTextTests {
    private static let lines: [RecordLine] = [
        .header(
            RecordingHeader(
                unit: "u", unitKind: "body", recording: 3, boot: "b", activation: Samples.reading, trigger: "button",
                channels: [])),
        .preEvent(
            PreEventDelivery(
                channel: "front", configured: 60, delivered: 12.5, shortfall: .cameraStarted, audio: false,
                start: MonotonicTime(nanoseconds: 9))),
        .fragment(Samples.entry(0, text: "a line\nbreak, \"quotes\" and ü")),
        .segment(
            SegmentSummary(
                channel: "front", segment: 0, file: "front-0000.mp4", bytes: 1 << 40, fragments: 1,
                origin: MonotonicTime(nanoseconds: 1), end: MonotonicTime(nanoseconds: .max), pictures: 30,
                soundFrames: [1], recovery: RecoveryRemark(bytesDiscarded: 5, defect: nil, boot: "c"))),
        .channelEnd(ChannelSummary(channel: "front", microphones: 2)),
        .end(RecordingEnd(recording: 3, cause: "stop", clock: nil)),
    ]

    private func text(_ lines: [RecordLine] = Self.lines) throws -> [UInt8] {
        try lines.flatMap { try RecordCoding.encode($0) + [0x0A] }
    }

    @Test func `every kind of line comes back as it was written`() throws {
        let text = RecordText(try text())
        #expect(text.lines == Self.lines)
        #expect(text.defect == nil)
    }

    @Test func `a line is one line, whatever is in it, and says what it is`() throws {
        for (line, name) in zip(Self.lines, ["header", "pre-event", "fragment", "segment", "channel-end", "end"]) {
            let bytes = try RecordCoding.encode(line)
            #expect(!bytes.contains(0x0A))
            #expect(String(decoding: bytes, as: UTF8.self).contains("\"line\":\"\(name)\""))
        }
    }

    @Test func `cut off at any byte, the whole lines before are read`() throws {
        let bytes = try text()
        for count in 0...bytes.count {
            let text = RecordText(Array(bytes.prefix(count)))
            let breaks = bytes.prefix(count).count { $0 == 0x0A }
            #expect(text.lines == Array(Self.lines.prefix(breaks)))
            #expect((text.defect == nil) == (text.wholeEnd == count))
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `bytes changed at random never trap, and nothing before them is lost`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var bytes = try text()
        let place = Int.random(in: 0..<bytes.count, using: &random)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            bytes[Int.random(in: place..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        let before = bytes.prefix(place).count { $0 == 0x0A }
        #expect(RecordText(bytes).lines.starts(with: Self.lines.prefix(before)))
    }

    @Test(arguments: [
        "{}", "[]", "null", "{\"line\":\"other\"}", "{\"line\":7}", "{\"line\":\"end\"}", "", " ",
        "{\"line\":\"end\",\"recording\":99999999999999999999,\"cause\":\"x\"}",
        "{\"line\":\"end\",\"recording\":1e400,\"cause\":\"x\"}", "\u{FEFF}{}",
    ])
    func `a line that is none of ours is said with its place`(line: String) throws {
        let text = RecordText(try text(Array(Self.lines.prefix(1))) + Array((line + "\n").utf8))
        #expect(text.lines.count == 1)
        #expect(text.defect?.hasPrefix("line 2, byte ") == true)
    }

    @Test func `nesting without end is refused`() {
        for open in ["[", "{\"line\":"] {
            let bytes = Array(String(repeating: open, count: 50_000).utf8) + [0x0A]
            #expect(RecordText(bytes).defect != nil)
        }
    }

    @Test func `a file is read in pieces with the same result`() throws {
        var lines: [RecordLine] = []
        for number in 0..<3000 {
            lines.append(.fragment(Samples.entry(number, text: String(repeating: "x", count: 200))))
        }
        let bytes = try text(lines)
        #expect(bytes.count > 1 << 20)
        let disk = ReadingDisk(bytes)
        var read: [RecordLine] = []
        #expect(try RecordText.read("x", size: Int64(bytes.count), on: disk) { read.append($0) } == nil)
        #expect(read == lines)
        #expect(disk.largestRead <= 1 << 20)
    }

    @Test func `a huge file that is no record is given up early`() throws {
        let disk = ReadingDisk([], size: 1 << 40)
        #expect(try RecordText.read("x", size: 1 << 40, on: disk) { _ in } != nil)
        #expect(disk.totalRead <= 4 << 20)
    }

    @Test func `a torn end of a file is said with its line`() throws {
        let bytes = try text() + Array("{\"line\"".utf8)
        var count = 0
        let defect = try RecordText.read("x", size: Int64(bytes.count), on: ReadingDisk(bytes)) { _ in count += 1 }
        #expect(count == Self.lines.count)
        #expect(defect == "line 7: cut off")
    }
}
