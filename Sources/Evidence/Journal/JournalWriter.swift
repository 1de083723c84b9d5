import CameraModel

/// The journal's end, where it grows.
struct JournalWriter: Sendable {
    let disk: any Disk
    private let unit: String
    private let boot: String
    private let clock: any UnitClock
    private let settings: JournalSettings

    private(set) var position = JournalPosition.start
    private var current: JournalFile?
    private var nextNumber = 1
    /// Files left since the last line that is durable, to be named in the next file's first line.
    private var left: [LeftFile] = []
    /// What failed since the last line that is durable: the first few, and the last.
    private var failures: [DiskError] = []
    private var failureCount = 0
    /// Entries that could not be written since.
    private var refused = 0

    init(disk: any Disk, unit: String, boot: String, clock: any UnitClock, settings: JournalSettings) {
        self.disk = disk
        self.unit = unit
        self.boot = boot
        self.clock = clock
        self.settings = settings
    }

    /// Takes up what is there, and writes down what was found.
    ///
    /// - Throws: ``JournalError``.
    mutating func open() throws(JournalError) {
        let found: JournalOpening.Outcome
        do throws(DiskError) {
            found = try JournalOpening(disk: disk, unit: unit).run()
        } catch {
            throw .disk(error)
        }
        position = found.position
        current = found.current
        nextNumber = found.nextNumber
        left = found.left
        let clock = clock.reading()
        let entries = found.remarks.map {
            JournalEntry($0.kind, clock: clock, cause: $0.cause, code: $0.code, details: $0.details)
        }
        if !entries.isEmpty || !left.isEmpty { _ = try append(entries) }
    }

    /// Writes entries and makes them durable, if need be in another file.
    ///
    /// - Returns: The last entry's place.
    /// - Throws: ``JournalError``.
    mutating func append(_ entries: [JournalEntry]) throws(JournalError) -> JournalPosition {
        do throws(JournalError) {
            return try attempt(entries)
        } catch {
            // With the same file: a full disk. With another or none: once more, in the next one.
            guard case .disk = error, current == nil, left.count < LeftFile.most else {
                if case .disk = error { refused += entries.count }
                throw error
            }
        }
        do throws(JournalError) {
            return try attempt(entries)
        } catch {
            refused += entries.count
            throw error
        }
    }

    /// - Throws: ``DiskError`` as a ``JournalError``; everything in the file is durable.
    mutating func close() throws(JournalError) {
        guard let file = current else { return }
        current = nil
        // What a full disk left unfinished behind the end is not the journal's, and the next file has to say so.
        if file.isLittered { left.append(LeftFile(number: file.number, end: file.end)) }
        do throws(DiskError) {
            try file.close()
        } catch {
            throw .disk(error)
        }
    }

    private mutating func attempt(_ entries: [JournalEntry]) throws(JournalError) -> JournalPosition {
        guard !entries.isEmpty || !left.isEmpty || failureCount > 0 else { return position }
        var file: JournalFile
        do throws(DiskError) {
            file = try fileWithRoom()
        } catch {
            note(error)
            throw .disk(error)
        }
        let own = resumption()
        let (bytes, end) = try render(own + entries, of: entries.count)
        do throws(JournalFile.Failure) {
            try file.append(bytes)
        } catch {
            note(error.cause)
            current = file
            if error.isFileLost { leave(file) }
            throw .disk(error.cause)
        }
        current = file
        position = end
        left = []
        failures = []
        failureCount = 0
        refused = 0
        return end
    }

    private mutating func note(_ failure: DiskError) {
        failureCount += 1
        if failures.count == 8 { failures.removeLast() }
        failures.append(failure)
    }

    /// The file to write to; when it is full, makes the next one and closes it.
    private mutating func fileWithRoom() throws(DiskError) -> JournalFile {
        if let current, current.end < settings.fileSize { return current }
        guard left.count < LeftFile.most else {
            throw failures.last ?? DiskError(errno: 5, call: "open", path: JournalNames.folder)
        }
        do throws(DiskError) {
            let file = try JournalFile(creating: nextNumber, on: disk)
            closeCurrent()
            current = file
            nextNumber += 1
            return file
        } catch {
            guard error.alreadyExists else { throw error }
            // Somebody else's, or made by a call that failed and did it all the same.
            left.append(LeftFile(number: nextNumber, end: 0))
            nextNumber += 1
            closeCurrent()
            throw error
        }
    }

    /// Closes a file in which everything is durable; that it failed is said in the next line.
    private mutating func closeCurrent() {
        let file = current
        current = nil
        do throws(DiskError) {
            try file?.close()
        } catch {
            note(error)
        }
    }

    /// Goes away from a file of which nobody knows what it holds behind its end.
    private mutating func leave(_ file: JournalFile) {
        left.append(LeftFile(number: file.number, end: file.end))
        closeCurrent()
    }

    /// What the next line has to say first, if anything failed.
    private func resumption() -> [JournalEntry] {
        guard !left.isEmpty || failureCount > 0 else { return [] }
        var details: JSONObject = ["files": .array(left.map(\.json))]
        if failureCount > 0 {
            details["errorCount"] = .integer(Int64(failureCount))
            details["errors"] = .array(failures.map { .string("\($0)") })
        }
        if refused > 0 { details["entriesRefused"] = .integer(Int64(refused)) }
        let last = failures.last
        return [
            JournalEntry(
                .resumed, clock: clock.reading(), cause: last.map { "\($0)" } ?? "files without a whole entry",
                code: last.map { $0.isFull ? "M21" : "M22" }, details: details)
        ]
    }

    /// How many of the first entries one append takes.
    func countThatFits(_ entries: [JournalEntry]) -> Int {
        var room = JournalSettings.largestAppend
        return entries.prefix { entry in
            // With the longest numbers: what is told here holds wherever the journal has got to by then.
            let line = JournalLine(
                sequence: JournalLine.lastSequence, batch: 1, unit: unit, boot: boot, previous: JournalPosition.noHash,
                entry: entry)
            guard let bytes = try? line.bytes() else { return false }
            room -= Int64(bytes.count) + 1
            return room >= 0
        }.count
    }

    /// Lines for entries behind the present end, the last `count` of them the caller's.
    private func render(
        _ entries: [JournalEntry], of count: Int
    ) throws(JournalError) -> ([UInt8], JournalPosition) {
        var bytes: [UInt8] = []
        var own = 0
        var end = position
        let batch = position.sequence + 1
        for (index, entry) in entries.enumerated() {
            if index == entries.count - count { own = bytes.count }
            let line = JournalLine(
                sequence: end.sequence + 1, batch: batch, unit: unit, boot: boot, previous: end.hash, entry: entry)
            let text: [UInt8]
            do throws(JSONEncodingError) {
                text = try line.bytes()
            } catch {
                throw .unwritable("\(error)")
            }
            bytes += text + [0x0A]
            end = JournalPosition(sequence: line.sequence, hash: HexDigest.of(text))
        }
        guard bytes.count - own <= JournalSettings.largestAppend else {
            throw .unwritable("\(bytes.count - own) bytes in one go, \(JournalSettings.largestAppend) at most")
        }
        return (bytes, end)
    }
}
