extension JSONParser {
    /// Longer numbers are not read: no double needs more digits than 767 and an exponent.
    private static var longestNumber: Int { 800 }

    /// Reads a number: an integer where it is written as one that JSON holds exactly, else a double.
    mutating func number() throws(JSONParsingError) -> JSONValue {
        let start = position
        var isInteger = true
        if take("-"), next == nil { throw error("no digits") }
        if take("0") {
            if isDigit(next) { throw error("a zero before the digits") }
        } else {
            try digits()
        }
        if take(".") {
            isInteger = false
            try digits()
        }
        if take("e") || take("E") {
            isInteger = false
            if !take("+") { _ = take("-") }
            try digits()
        }
        guard position - start <= Self.longestNumber else {
            throw JSONParsingError(offset: start, problem: "a number of more than \(Self.longestNumber) characters")
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isInteger, text != "-0", let value = Int64(text),
            value.magnitude <= JSONValue.largestInteger.magnitude
        {
            return .integer(value)
        }
        guard let value = Double(text), value.isFinite else {
            throw JSONParsingError(offset: start, problem: "a number beyond a double's range")
        }
        return .double(value)
    }

    private mutating func digits() throws(JSONParsingError) {
        guard isDigit(next) else { throw error("no digit") }
        while isDigit(next) { position += 1 }
    }

    private func isDigit(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// Reads a string with its quotation marks.
    mutating func string() throws(JSONParsingError) -> String {
        let start = position
        position += 1
        let text = position
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        var unescaped = Array(bytes[text..<position])
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw error("a control character in a string") }
            position += 1
            if byte == UInt8(ascii: "\\") { unescaped += try escape().utf8 } else { unescaped.append(byte) }
        }
        guard take("\"") else { throw JSONParsingError(offset: start, problem: "a string without end") }
        guard let string = String(validating: unescaped, as: UTF8.self) else {
            throw JSONParsingError(offset: start, problem: "a string that is not UTF-8")
        }
        return string
    }

    /// Reads what follows a backslash.
    private mutating func escape() throws(JSONParsingError) -> String {
        guard let byte = next else { throw error("the end in an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return String(decoding: [byte], as: UTF8.self)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint()
        default: throw error("an unknown escape")
        }
    }

    /// Reads four hexadecimal digits, or twice four where two make one code point.
    private mutating func codePoint() throws(JSONParsingError) -> String {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return String(scalar) }
        guard first < 0xDC00, take("\\"), take("u") else { throw error("half a surrogate pair") }
        let second = try codeUnit()
        guard second >= 0xDC00, second < 0xE000,
            let scalar = Unicode.Scalar(0x10000 + ((UInt32(first) - 0xD800) << 10) + (UInt32(second) - 0xDC00))
        else { throw error("half a surrogate pair") }
        return String(scalar)
    }

    private mutating func codeUnit() throws(JSONParsingError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("no hexadecimal digit")
            }
            position += 1
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
