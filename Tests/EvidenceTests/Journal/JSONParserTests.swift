import Evidence
import Simulation
import Testing

@Suite struct JSONParserTests {
    private func parse(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8))
    }

    @Test func `all kinds of values are read`() throws {
        #expect(
            try parse(#" { "a" : [ 1 , -2.5e1 , "x\u00e9\ud83d\ude00" , true , false , null , { } , [ ] ] } "#)
                == ["a": [1, -25.0, "xé😀", true, false, .null, [:], []]])
    }

    @Test(arguments: [
        "", " ", "{", "}", "[", "]", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}",
        "{a:1}", "{1:1}", "{\"a\" 1}", "[1 2]", "nul", "truefalse", "True", "+1", "-", "01", "-01", "1.", ".5", "1e",
        "1e+",
        "0x10", "1_000", "NaN", "Infinity", "-Infinity", "1e400", "\"", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"",
        "\"\\u12G4\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\ud800\\ud800\"", "\"\n\"", "\"\u{1}\"",
        "'a'", "1 1", "// x", "[1]x", "{\"a\":1,\"a\":2}", "{\"b\":1,\"a\":2,\"\\u0062\":3}", "\u{FEFF}1",
    ])
    func `what is not JSON, or not for everybody the same JSON, is refused`(text: String) {
        #expect(throws: JSONParsingError.self) { try parse(text) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        for bytes in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]] {
            #expect(throws: JSONParsingError.self) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
        }
    }

    @Test func `the place of the error is told`() {
        let error = #expect(throws: JSONParsingError.self) { try parse("[1,-x]") }
        #expect(error?.offset == 4)
        #expect(error?.problem == "no digit")
    }

    @Test func `a million opening brackets are refused, not followed`() {
        #expect(throws: JSONParsingError.self) { try JSONValue(parsing: [UInt8](repeating: 0x5B, count: 1_000_000)) }
        #expect(throws: JSONParsingError.self) {
            try JSONValue(parsing: Array(repeatElement(Array("{\"a\":".utf8), count: 100_000).joined()))
        }
    }

    @Test func `a number of a hundred thousand digits is refused`() {
        #expect(throws: JSONParsingError.self) { try JSONValue(parsing: [UInt8](repeating: 0x31, count: 100_000)) }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `random bytes are read or refused, and never trap`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let alphabet = Array("{}[]\":,\\u0123456789abcdefDd.eE+-trunlfs \n\u{0}é😀".utf8) + [0xFF, 0xC3, 0xED]
        for _ in 0..<50 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            try readAgain(bytes)
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a line changed at random is read or refused, and never traps`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let disk = SimulatedDisk()
        try JournalSamples.journal(on: disk).append(JournalSamples.entry(1, detail: "é😀\n\"\\"))
        let line = Array(JournalSamples.files(disk)[0].bytes.dropLast())
        for _ in 0..<10 {
            var bytes = line
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: place)
                }
            }
            try readAgain(bytes)
            if bytes != line { #expect(throws: JournalDefect.self) { try JournalLine(bytes) } }
        }
    }

    /// What is read can be written, and is the same when read again.
    private func readAgain(_ bytes: [UInt8]) throws {
        guard let value = try? JSONValue(parsing: bytes) else { return }
        let canonical = try value.canonicalBytes()
        #expect(try JSONValue(parsing: canonical).canonicalBytes() == canonical)
    }
}
