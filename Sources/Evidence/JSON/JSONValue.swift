/// A value of JSON (RFC 8259), as the journal writes and reads it.
///
/// Numbers are what RFC 8785 can carry: doubles, and integers of at most 2^53 - 1 either way. A double without a
/// fraction is read back as an integer, because the canonical form writes both alike. Strings are compared by `==` as
/// Swift compares them, by canonical equivalence; the bytes written keep the difference.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// At most ``largestInteger`` either way.
    case integer(Int64)
    /// Finite.
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// 2^53 - 1: the largest integer that every reader of JSON holds exactly (RFC 8785, 3.2.2.3 and appendix D).
    package static let largestInteger: Int64 = 9_007_199_254_740_991

    /// Nesting deeper than this is neither written nor read.
    package static let deepest = 32

    /// A measured value: a number, or its name where it is none, as the level of digital silence is not.
    package static func measured(_ value: Double) -> JSONValue {
        if value.isFinite { return .double(value) }
        return .string(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")
    }

    /// A count of nanoseconds, or another number that may exceed ``largestInteger``, as text (RFC 8785, appendix D).
    package static func decimal(_ value: Int64) -> JSONValue {
        .string(String(value))
    }
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    package init(integerLiteral value: Int64) {
        self = .integer(value)
    }

    package init(floatLiteral value: Double) {
        self = .double(value)
    }

    package init(stringLiteral value: String) {
        self = .string(value)
    }

    package init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }
}
