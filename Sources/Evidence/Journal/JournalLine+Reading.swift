import CameraModel

extension JournalLine {
    /// Reads a line, and holds it against its own hash and the canonical form.
    ///
    /// - Parameter bytes: Without the line break; may be anything.
    /// - Throws: ``JournalDefect``: `notJSON`, `notCanonical`, `edited`, `notAnEntry` or `tooLong`.
    package init(_ bytes: [UInt8]) throws(JournalDefect) {
        guard bytes.count <= Self.longest else { throw .tooLong }
        let value: JSONValue
        do throws(JSONParsingError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .notJSON("\(error)")
        }
        let canonical: [UInt8]
        do throws(JSONEncodingError) {
            canonical = try value.canonicalBytes()
        } catch {
            throw .notJSON("\(error)")
        }
        guard canonical == bytes else { throw .notCanonical }
        guard case .object(let object) = value else { throw .notAnEntry("not an object") }
        var fields = JournalFields(object)
        let digest = try fields.hash("SHA256")
        let prefix = Self.digestPrefix + digest.utf8 + "\",".utf8
        guard bytes.starts(with: prefix) else { throw .notAnEntry("SHA256 is not the first member") }
        guard HexDigest.of([UInt8(ascii: "{")] + bytes.dropFirst(prefix.count)) == digest else { throw .edited }
        try self.init(&fields)
    }

    private init(_ fields: inout JournalFields) throws(JournalDefect) {
        sequence = try fields.count("sequence", 1...Self.lastSequence)
        batch = try fields.optionalCount("batch", 1...sequence) ?? sequence
        unit = try fields.text("unit")
        boot = try fields.text("boot")
        previous = try fields.hash("previous")
        entry = JournalEntry(JournalKind(rawValue: try fields.text("kind")), clock: try Self.clock(&fields))
        entry.officer = try fields.optionalText("officer")
        entry.shift = try fields.optionalText("shift")
        entry.recording = try fields.optionalCount("recording").map { Int($0) }
        entry.stateBefore = try fields.optionalText("stateBefore")
        entry.stateAfter = try fields.optionalText("stateAfter")
        entry.cause = try fields.optionalText("cause")
        entry.code = try fields.optionalText("code")
        entry.clause = try fields.optionalText("clause")
        entry.battery = try fields.optionalCount("battery").map { Int($0) }
        entry.freeBytes = try fields.optionalCount("freeBytes")
        entry.position = fields.take("position")
        entry.details = try fields.optionalObject("details") ?? [:]
        try fields.finish()
    }

    private static func clock(_ fields: inout JournalFields) throws(JournalDefect) -> ClockReading {
        guard let object = try fields.optionalObject("clock") else { throw .notAnEntry("no clock") }
        var clock = JournalFields(object)
        let text = try clock.text("utc")
        guard let utc = UTCTime(journalText: text) else { throw .notAnEntry("utc is no instant") }
        guard let source = ClockSource(rawValue: try clock.text("source")) else {
            throw .notAnEntry("an unknown source of the clock")
        }
        let reading = ClockReading(
            monotonic: MonotonicTime(nanoseconds: try clock.decimal("monotonic")),
            boottime: try clock.decimal("boottime"), utc: utc, source: source,
            uncertainty: try clock.optionalDecimal("uncertainty"))
        try clock.finish()
        return reading
    }
}
