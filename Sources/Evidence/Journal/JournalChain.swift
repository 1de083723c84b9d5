/// Follows the chain from line to line.
struct JournalChain: Hashable, Sendable {
    /// The last line that was taken.
    private(set) var position: JournalPosition
    private(set) var unit: String?
    /// Whether the next line may begin a new chain, with any number: what it follows is not known.
    private var isRestart = false

    /// At the very beginning.
    init() {
        position = .start
    }

    /// Behind a known line.
    init(after position: JournalPosition, unit: String?) {
        self.position = position
        self.unit = unit
    }

    /// Lets a new chain begin with the next line.
    mutating func restart() {
        isRestart = true
    }

    /// Takes the next line, and goes on to it when it fits.
    ///
    /// - Throws: ``JournalDefect``; the chain stays where it was.
    mutating func take(_ bytes: [UInt8]) throws(JournalDefect) -> JournalLine {
        let line = try JournalLine(bytes)
        try take(line, hash: HexDigest.of(bytes))
        return line
    }

    /// Takes a line that fits its own hash, and goes on to it when it fits here.
    ///
    /// - Throws: ``JournalDefect``; the chain stays where it was.
    mutating func take(_ line: JournalLine, hash: String) throws(JournalDefect) {
        if let unit, line.unit != unit { throw .otherUnit(found: line.unit, expected: unit) }
        let expected = position.sequence + 1
        guard isRestart || line.sequence == expected else { throw .sequence(found: line.sequence, expected: expected) }
        let previous = isRestart ? JournalPosition.noHash : position.hash
        guard line.previous == previous else { throw .previous }
        position = JournalPosition(sequence: line.sequence, hash: hash)
        unit = line.unit
        isRestart = false
    }
}
