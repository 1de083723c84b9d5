import FoundationEssentials

/// JSON as every record uses it: one line, keys in order, so that equal values give equal bytes.
package enum RecordCoding {
    /// Writes a value as one line of JSON, without a line break at its end.
    package static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    /// Reads a value; throws on anything malformed.
    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
