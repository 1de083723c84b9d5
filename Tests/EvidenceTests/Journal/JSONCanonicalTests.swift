import Evidence
import Simulation
import Testing

/// The published examples of RFC 8785, and what they leave out.
@Suite struct JSONCanonicalTests {
    private func text(_ value: JSONValue) throws -> String {
        String(decoding: try value.canonicalBytes(), as: UTF8.self)
    }

    private func canonical(_ text: String) throws -> String {
        try self.text(try JSONValue(parsing: Array(text.utf8)))
    }

    /// RFC 8785, appendix B.
    @Test(
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
            (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
            (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
            (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
            (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
            (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
            (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
            (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
            (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
            (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
        ] as [(UInt64, String)])
    func `the RFC's sample numbers are written as it says`(bits: UInt64, expected: String) throws {
        #expect(try text(.double(Double(bitPattern: bits))) == expected)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a number that is none is refused`(value: Double) {
        #expect(throws: JSONEncodingError.notFinite) { try JSONValue.double(value).canonicalBytes() }
    }

    @Test func `the RFC's example is brought into its form`() throws {
        let text = #"""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        let expected =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
            + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(try canonical(text) == expected)
    }

    @Test func `names are sorted by their UTF-16 code units, as in the RFC's example`() throws {
        let text = #"""
            {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
             "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
             "\u00f6": "Latin Small Letter O With Diaeresis"}
            """#
        guard case .object(let object) = try JSONValue(parsing: Array(text.utf8)) else {
            Issue.record("not an object")
            return
        }
        #expect(
            object.members.map(\.value) == [
                "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
                "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
            ])
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `the order of names is that of Swift's own UTF-16 views`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let scalars: [Unicode.Scalar] = [
            "a", "b", "\u{7F}", "\u{80}", "é", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "😀", "\u{10FFFF}",
        ]
        var object = JSONObject()
        for _ in 0..<200 {
            var name = ""
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                name.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
            }
            object[name] = true
        }
        let names = object.members.map(\.name)
        for (first, second) in zip(names, names.dropFirst()) {
            #expect(first.utf16.lexicographicallyPrecedes(second.utf16))
        }
    }

    @Test func `names that Unicode holds equivalent are two names`() throws {
        let object: JSONObject = ["\u{E9}": 1, "e\u{301}": 2]
        #expect(object.members.count == 2)
        #expect(try canonical("{\"\u{E9}\":1,\"e\u{301}\":2}") == "{\"e\u{301}\":2,\"\u{E9}\":1}")
    }

    @Test func `every control character is escaped the shortest way`() throws {
        let all = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) }))
        let expected =
            #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013"#
            + #"\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""#
        #expect(try text(.string(all)) == expected)
        #expect(try canonical(expected) == expected)
    }

    @Test func `an integer that JSON does not hold exactly is refused`() throws {
        #expect(try text(.integer(JSONValue.largestInteger)) == "9007199254740991")
        #expect(throws: JSONEncodingError.integerTooLarge(1 << 53)) { try JSONValue.integer(1 << 53).canonicalBytes() }
        #expect(throws: JSONEncodingError.integerTooLarge(.min)) { try JSONValue.integer(.min).canonicalBytes() }
    }

    @Test func `what is nested too deep is neither written nor read`() throws {
        var value: JSONValue = 1
        for _ in 0..<JSONValue.deepest { value = [value] }
        #expect(try JSONValue(parsing: try value.canonicalBytes()) == value)
        value = [value]
        let tooDeep = value
        #expect(throws: JSONEncodingError.tooDeep) { try tooDeep.canonicalBytes() }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `doubles of all magnitudes read back as they were`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let bytes = try JSONValue.double(value).canonicalBytes()
            let read = try JSONValue(parsing: bytes)
            #expect(try read.canonicalBytes() == bytes)
            #expect(Double(String(decoding: bytes, as: UTF8.self)) == value)
        }
    }
}
