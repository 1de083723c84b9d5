/// Why a value has no canonical form.
package enum JSONEncodingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// JSON has no infinity and no NaN.
    case notFinite
    /// Above ``JSONValue/largestInteger``: write it as text instead.
    case integerTooLarge(Int64)
    /// Deeper than ``JSONValue/deepest``.
    case tooDeep

    package var description: String {
        switch self {
        case .notFinite: "a number that is not finite"
        case .integerTooLarge(let value): "the integer \(value), which JSON does not hold exactly"
        case .tooDeep: "nested deeper than \(JSONValue.deepest)"
        }
    }
}

extension JSONValue {
    /// The value in the JSON Canonicalization Scheme (RFC 8785): equal values give equal bytes, in any language.
    ///
    /// - Throws: ``JSONEncodingError``.
    package func canonicalBytes() throws(JSONEncodingError) -> [UInt8] {
        var bytes: [UInt8] = []
        try append(to: &bytes, depth: 0)
        return bytes
    }

    private func append(to bytes: inout [UInt8], depth: Int) throws(JSONEncodingError) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value):
            guard value.magnitude <= Self.largestInteger.magnitude else {
                throw .integerTooLarge(value)
            }
            bytes += String(value).utf8
        case .double(let value):
            guard let text = ECMAScriptNumber.text(value) else { throw .notFinite }
            bytes += text.utf8
        case .string(let value): Self.append(value, to: &bytes)
        case .array(let elements):
            guard depth < Self.deepest else { throw .tooDeep }
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                try element.append(to: &bytes, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            guard depth < Self.deepest else { throw .tooDeep }
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.append(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                try member.value.append(to: &bytes, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Escapes what must be escaped and nothing else (RFC 8785, 3.2.2.2).
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: bytes += "\\b".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x00..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
