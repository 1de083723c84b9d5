import CameraModel

/// One file of the journal, read at start-up without knowing what came before it.
struct JournalScan {
    let file: JournalFolder.File
    /// The first line, when it fits its own hash.
    private(set) var first: JournalLine?
    /// After the last line that follows from the first.
    private(set) var chain = JournalChain()
    /// Where that line ends, in bytes.
    private(set) var wholeEnd: Int64 = 0
    /// Where the lines start that were written in one go with the last.
    private(set) var lastBatchStart: Int64 = 0
    /// Torn tails that the lines tell of.
    private(set) var asides: Set<String> = []
    /// What ended it before the file did.
    private(set) var fault: JournalFault?
    /// Lines after that, for all that can be read.
    private(set) var linesBehind: Int64 = 0
    /// The highest number among them.
    private(set) var highestBehind: Int64 = 0

    private var lineCount = 0
    private var lastBatch: Int64 = 0
    private var batchesBehind: Set<Int64> = []
    /// Whether what is behind the whole lines cannot come from an unfinished write.
    private var isContradiction = false

    /// What is behind the whole lines is looked at no further than this, in bytes.
    private static let furthest: Int64 = 16 << 20

    /// Reads a file of the journal of `unit`.
    init(_ file: JournalFolder.File, unit: String, on disk: any Disk) {
        self.file = file
        var lines = JournalLines(file.path, to: file.size, on: disk)
        do throws(DiskError) {
            while let piece = try lines.next() {
                take(piece, unit: unit)
                if fault != nil, lines.offset - wholeEnd > Self.furthest { break }
            }
            if lines.offset < file.size, fault == nil { stop(at: lines.offset, .cut, isContradiction: true) }
        } catch {
            stop(at: lines.offset, .unreadable(error), isContradiction: true)
        }
    }

    /// Whether all that is wrong is a write that was never finished, after entry `last`.
    ///
    /// An entry is written only when those before it are durable, unless they were written in one go. So whole lines
    /// behind a damaged one are of the same go, or the damaged one was whole once.
    func isTorn(after last: Int64) -> Bool {
        guard fault != nil, isPlausiblyTorn, let batch = batchesBehind.first else { return isPlausiblyTorn }
        return batch == last + 1 || batch == lastBatch
    }

    /// The same, as far as it can be said without the entries before.
    var isPlausiblyTorn: Bool {
        !isContradiction && file.size - wholeEnd <= JournalSettings.largestBatch && batchesBehind.count <= 1
    }

    /// Whether there is no whole line and nothing that tells of one: a file that was only just made.
    var isUnbegun: Bool { first == nil && isPlausiblyTorn }

    private mutating func take(_ piece: JournalLines.Piece, unit: String) {
        switch piece {
        case .rest(let offset, let isTooLong):
            if fault == nil { stop(at: offset, isTooLong ? .tooLong : .torn(bytes: file.size - offset)) }
        case .line(let bytes, let offset):
            let line: JournalLine
            do throws(JournalDefect) {
                line = try JournalLine(bytes)
            } catch {
                if fault == nil { stop(at: offset, error) } else { linesBehind += 1 }
                // A line break that became something else makes one of two lines.
                if let line = Self.lastLine(in: bytes) { note(line) }
                return
            }
            guard fault == nil else {
                linesBehind += 1
                return note(line)
            }
            do throws(JournalDefect) {
                try follow(line, hash: HexDigest.of(bytes), unit: unit)
                accept(line, at: offset, end: offset + Int64(bytes.count) + 1)
            } catch {
                stop(at: offset, error, isContradiction: true)
                note(line)
            }
        }
    }

    /// The whole line that ends where a damaged piece does, if there is one.
    private static func lastLine(in bytes: [UInt8]) -> JournalLine? {
        let prefix = JournalLine.digestPrefix
        guard bytes.count > prefix.count else { return nil }
        // Nowhere else in a line: within text the quotation marks are escaped.
        for start in (1...(bytes.count - prefix.count)).reversed() where bytes[start] == prefix[0] {
            if bytes[start...].starts(with: prefix) { return try? JournalLine(Array(bytes[start...])) }
        }
        return nil
    }

    /// Takes down a whole line behind a fault.
    private mutating func note(_ line: JournalLine) {
        batchesBehind.insert(line.batch)
        highestBehind = max(highestBehind, line.sequence)
    }

    private mutating func follow(_ line: JournalLine, hash: String, unit: String) throws(JournalDefect) {
        guard first == nil else { return try chain.take(line, hash: hash) }
        guard line.unit == unit else { throw .otherUnit(found: line.unit, expected: unit) }
        first = line
        chain = JournalChain(after: JournalPosition(sequence: line.sequence, hash: hash), unit: unit)
    }

    private mutating func accept(_ line: JournalLine, at offset: Int64, end: Int64) {
        lineCount += 1
        wholeEnd = end
        if lastBatch != line.batch { (lastBatch, lastBatchStart) = (line.batch, offset) }
        if line.entry.kind == .recovered, case .string(let name) = line.entry.details["aside"] { asides.insert(name) }
    }

    private mutating func stop(at offset: Int64, _ defect: JournalDefect, isContradiction: Bool = false) {
        linesBehind += 1
        fault = JournalFault(file: file.name, line: lineCount + 1, offset: offset, defect: defect)
        self.isContradiction = isContradiction
    }
}
