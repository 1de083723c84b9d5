/// Why bytes are not JSON, and where.
package struct JSONParsingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In bytes from the start.
    package var offset: Int
    /// In words.
    package var problem: String

    package var description: String { "\(problem) at byte \(offset)" }
}

extension JSONValue {
    /// Reads one value, and nothing before or after it but white space.
    ///
    /// Strict (RFC 8259, and RFC 7493 where that leaves a choice): a name twice in an object, half a surrogate pair,
    /// a number beyond a double and nesting beyond ``deepest`` are refused. Takes memory in proportion to the bytes.
    ///
    /// - Throws: ``JSONParsingError``.
    package init(parsing bytes: [UInt8]) throws(JSONParsingError) {
        var parser = JSONParser(bytes)
        self = try parser.parse()
    }
}

/// Goes through the bytes of one JSON value.
struct JSONParser {
    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func parse() throws(JSONParsingError) -> JSONValue {
        let value = try value(depth: 0)
        skipWhiteSpace()
        guard position == bytes.count else { throw error("more after the value") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONParsingError) -> JSONValue {
        skipWhiteSpace()
        guard let next else { throw error("the end where a value should be") }
        switch next {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw error("no value")
        }
    }

    private mutating func object(depth: Int) throws(JSONParsingError) -> JSONObject {
        guard depth < JSONValue.deepest else { throw error("nested deeper than \(JSONValue.deepest)") }
        let start = position
        var members: [JSONObject.Member] = []
        position += 1
        skipWhiteSpace()
        if take("}") { return JSONObject() }
        while true {
            skipWhiteSpace()
            guard next == UInt8(ascii: "\"") else { throw error("no name of a member") }
            let name = try string()
            skipWhiteSpace()
            guard take(":") else { throw error("no colon") }
            members.append(JSONObject.Member(name: name, value: try value(depth: depth + 1)))
            skipWhiteSpace()
            if take("}") { break }
            guard take(",") else { throw error("neither a comma nor the object's end") }
        }
        guard let object = JSONObject(unique: members) else {
            throw JSONParsingError(offset: start, problem: "an object with a name twice")
        }
        return object
    }

    private mutating func array(depth: Int) throws(JSONParsingError) -> [JSONValue] {
        guard depth < JSONValue.deepest else { throw error("nested deeper than \(JSONValue.deepest)") }
        var elements: [JSONValue] = []
        position += 1
        skipWhiteSpace()
        if take("]") { return elements }
        while true {
            elements.append(try value(depth: depth + 1))
            skipWhiteSpace()
            if take("]") { return elements }
            guard take(",") else { throw error("neither a comma nor the array's end") }
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONParsingError) -> JSONValue {
        let text = word.description.utf8
        guard bytes[position...].starts(with: text) else { throw error("no value") }
        position += text.count
        return value
    }

    // MARK: Bytes

    var next: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    func error(_ problem: String) -> JSONParsingError {
        JSONParsingError(offset: position, problem: problem)
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    mutating func skipWhiteSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }
}
