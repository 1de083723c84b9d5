import CameraModel

/// Single looks into the journal's files.
enum JournalHead {
    /// The first line of a file; `nil` when there is none, or it does not fit its own hash, or cannot be read.
    static func line(of file: JournalFolder.File, on disk: any Disk) -> JournalLine? {
        var lines = JournalLines(file.path, to: file.size, on: disk)
        // What cannot be read is found, and said, when the file is read in its turn.
        guard let piece = try? lines.next(), case .line(let bytes, _) = piece else { return nil }
        return try? JournalLine(bytes)
    }

    /// Whether a line begins a new chain behind a broken one.
    static func isRestart(_ line: JournalLine) -> Bool {
        line.entry.kind == .restarted && line.previous == JournalPosition.noHash
    }

    /// The line that ends at `end`, as a position; `nil` when none ends there.
    ///
    /// - Throws: ``DiskError`` when the file cannot be read.
    static func position(of file: JournalFolder.File, at end: Int64, on disk: any Disk) throws(DiskError)
        -> JournalPosition?
    {
        let start = max(0, end - Int64(JournalLine.longest) - 2)
        let bytes = try disk.readTwice(file.path, at: start, count: Int(end - start))
        guard Int64(bytes.count) == end - start, bytes.last == 0x0A else { return nil }
        let whole = bytes.dropLast()
        let text = Array(whole.lastIndex(of: 0x0A).map { whole[($0 + 1)...] } ?? whole)
        guard let line = try? JournalLine(text) else { return nil }
        return JournalPosition(sequence: line.sequence, hash: HexDigest.of(text))
    }

    /// The hash of a whole file.
    ///
    /// - Throws: ``DiskError`` when it cannot be read.
    static func digest(of path: String, size: Int64, on disk: any Disk) throws(DiskError) -> String {
        var digest = HexDigest()
        var position: Int64 = 0
        while position < size {
            let piece = try disk.read(path, at: position, count: Int(min(128 << 10, size - position)))
            guard !piece.isEmpty else { break }
            digest.update(piece)
            position += Int64(piece.count)
        }
        return digest.text
    }
}
