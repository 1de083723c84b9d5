import CameraModel

/// Cuts a file of the journal into lines, holding a few hundred kibibytes of it at most.
struct JournalLines {
    enum Piece: Hashable {
        /// A line without its break, and where it starts.
        case line([UInt8], at: Int64)
        /// What is left after the last line break, or a stretch without one that is too long for a line.
        case rest(at: Int64, isTooLong: Bool)
    }

    private static let readSize: Int64 = 128 << 10

    private let path: String
    private let end: Int64
    private let disk: any Disk
    /// Read and not given out: from `start` on.
    private var buffer: [UInt8] = []
    private var start = 0
    /// Up to here no line break is in the buffer.
    private var searched = 0
    /// Where the buffer ends in the file.
    private var position: Int64
    private var isDone = false

    /// Reads from `start` to `end`, both in bytes.
    init(_ path: String, from start: Int64 = 0, to end: Int64, on disk: any Disk) {
        self.path = path
        self.end = end
        self.disk = disk
        position = start
    }

    /// Where the next piece starts.
    var offset: Int64 { position - Int64(buffer.count - start) }

    /// The next line, or what is left; `nil` at the end.
    ///
    /// - Throws: ``DiskError`` when the file cannot be read twice in a row.
    mutating func next() throws(DiskError) -> Piece? {
        while !isDone {
            if let lineBreak = buffer[searched...].firstIndex(of: 0x0A) {
                let piece = Piece.line(Array(buffer[start..<lineBreak]), at: offset)
                start = lineBreak + 1
                searched = start
                return piece
            }
            searched = buffer.count
            guard buffer.count - start <= JournalLine.longest else {
                isDone = true
                return .rest(at: offset, isTooLong: true)
            }
            buffer.removeFirst(start)
            searched -= start
            start = 0
            let count = Int(min(Self.readSize, end - position))
            let piece = count > 0 ? try disk.readTwice(path, at: position, count: count) : []
            buffer += piece
            position += Int64(piece.count)
            if piece.isEmpty {
                isDone = true
                return buffer.isEmpty ? nil : .rest(at: offset, isTooLong: false)
            }
        }
        return nil
    }
}

extension Disk {
    /// Reads, and tries once more after an error: what may pass should not break a chain for good.
    ///
    /// - Throws: ``DiskError`` when the file cannot be read twice in a row.
    func readTwice(_ path: String, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        do throws(DiskError) {
            return try read(path, at: offset, count: count)
        } catch {
            return try read(path, at: offset, count: count)
        }
    }
}
