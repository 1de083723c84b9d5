import CameraModel

/// One line of the journal: an entry, numbered and chained.
///
/// A line is one JSON object in the form of RFC 8785. Its first member, `SHA256`, is the hash of the line as it is
/// without that member; `previous` is the hash of the whole line before it, without its line break.
package struct JournalLine: Hashable, Sendable {
    /// From 1, one more than the line before.
    package var sequence: Int64
    /// The number of the first entry that was written in one go with this one, and so became durable with it.
    package var batch: Int64
    package var unit: String
    /// The kernel's boot id, which says within what the monotonic time means something.
    package var boot: String
    /// SHA-256 of the line before, in hexadecimal; ``JournalPosition/noHash`` in the first.
    package var previous: String
    package var entry: JournalEntry

    /// Longer lines are neither written nor read, in bytes without the line break.
    package static let longest = 256 << 10
    /// Numbers above this are not read, so that counting on stays within what JSON holds.
    static let lastSequence: Int64 = 1 << 52

    static let digestPrefix = Array("{\"SHA256\":\"".utf8)

    /// The line without a line break.
    ///
    /// - Throws: ``JSONEncodingError`` when the entry holds a value that JSON cannot.
    package func bytes() throws(JSONEncodingError) -> [UInt8] {
        let body = try JSONValue.object(object).canonicalBytes()
        // No other name sorts before it: capitals come before small letters.
        return Self.digestPrefix + HexDigest.of(body).utf8 + "\",".utf8 + body.dropFirst()
    }

    private var object: JSONObject {
        var object = JSONObject()
        object["sequence"] = .integer(sequence)
        if batch != sequence { object["batch"] = .integer(batch) }
        object["unit"] = .string(unit)
        object["boot"] = .string(boot)
        object["previous"] = .string(previous)
        object["kind"] = .string(entry.kind.rawValue)
        object["clock"] = Self.clock(entry.clock)
        object["officer"] = entry.officer.map(JSONValue.string)
        object["shift"] = entry.shift.map(JSONValue.string)
        object["recording"] = entry.recording.map { .integer(Int64($0)) }
        object["stateBefore"] = entry.stateBefore.map(JSONValue.string)
        object["stateAfter"] = entry.stateAfter.map(JSONValue.string)
        object["cause"] = entry.cause.map(JSONValue.string)
        object["code"] = entry.code.map(JSONValue.string)
        object["clause"] = entry.clause.map(JSONValue.string)
        object["battery"] = entry.battery.map { .integer(Int64($0)) }
        object["freeBytes"] = entry.freeBytes.map(JSONValue.integer)
        object["position"] = entry.position
        if !entry.details.members.isEmpty { object["details"] = .object(entry.details) }
        return object
    }

    /// Nanoseconds as text: an uptime of 104 days is more of them than JSON's numbers hold.
    private static func clock(_ reading: ClockReading) -> JSONValue {
        var object: JSONObject = [
            "utc": .string(reading.utc.description), "source": .string(reading.source.rawValue),
            "monotonic": .decimal(reading.monotonic.nanoseconds), "boottime": .decimal(reading.boottime),
        ]
        object["uncertainty"] = reading.uncertainty.map(JSONValue.decimal)
        return .object(object)
    }
}
