/// Takes the members out of a foreign object one by one, each of the form that it must have.
struct JournalFields {
    private var left: JSONObject

    init(_ object: JSONObject) {
        left = object
    }

    mutating func take(_ name: String) -> JSONValue? {
        defer { left[name] = nil }
        return left[name]
    }

    mutating func optionalText(_ name: String) throws(JournalDefect) -> String? {
        switch take(name) {
        case nil: return nil
        case .string(let text): return text
        default: throw .notAnEntry("\(name) is not text")
        }
    }

    mutating func text(_ name: String) throws(JournalDefect) -> String {
        guard let text = try optionalText(name) else { throw .notAnEntry("no \(name)") }
        return text
    }

    mutating func optionalCount(
        _ name: String, _ range: ClosedRange<Int64> = -JSONValue.largestInteger...JSONValue.largestInteger
    ) throws(JournalDefect) -> Int64? {
        switch take(name) {
        case nil: return nil
        case .integer(let value) where range.contains(value): return value
        default: throw .notAnEntry("\(name) is not a number that it can be")
        }
    }

    mutating func count(_ name: String, _ range: ClosedRange<Int64>) throws(JournalDefect) -> Int64 {
        guard let value = try optionalCount(name, range) else { throw .notAnEntry("no \(name)") }
        return value
    }

    mutating func optionalDecimal(_ name: String) throws(JournalDefect) -> Int64? {
        guard let text = try optionalText(name) else { return nil }
        guard let value = Int64(text), String(value) == text else { throw .notAnEntry("\(name) is not a number") }
        return value
    }

    mutating func decimal(_ name: String) throws(JournalDefect) -> Int64 {
        guard let value = try optionalDecimal(name) else { throw .notAnEntry("no \(name)") }
        return value
    }

    mutating func optionalObject(_ name: String) throws(JournalDefect) -> JSONObject? {
        switch take(name) {
        case nil: return nil
        case .object(let object): return object
        default: throw .notAnEntry("\(name) is not an object")
        }
    }

    mutating func hash(_ name: String) throws(JournalDefect) -> String {
        let text = try text(name)
        let isHash = text.utf8.allSatisfy { byte in
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
        }
        guard isHash, text.utf8.count == 64 else { throw .notAnEntry("\(name) is not a SHA-256") }
        return text
    }

    /// Refuses what nobody took.
    func finish() throws(JournalDefect) {
        if let member = left.members.first { throw .notAnEntry("an unknown member \(member.name.prefix(40))") }
    }
}
