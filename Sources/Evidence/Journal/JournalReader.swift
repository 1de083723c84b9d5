package import CameraModel

/// Reads the journal through all its files, and says where it stops being what was written.
///
/// Changes nothing, and holds no more than a few hundred kibibytes of it. Blocks on the disk: not for cooperative
/// threads. A line that is being written meanwhile shows as a torn tail.
package struct JournalReader {
    private let disk: any Disk
    private let known: [Int64: String]
    private let take: (JournalRecord) -> Void

    private var result = JournalVerification()
    private var chain = JournalChain()
    /// Since a fault, until the journal begins anew.
    private var isBroken = false
    private var left: [Int: Int64] = [:]
    private var restarts: Set<Int> = []
    private var nextNumber = 1
    private var seen: Set<Int64> = []
    private var asides: [(JournalRecord, name: String, hash: String)] = []

    private init(disk: any Disk, known: [JournalPosition], take: @escaping (JournalRecord) -> Void) {
        self.disk = disk
        self.known = Dictionary(known.map { ($0.sequence, $0.hash) }) { _, last in last }
        self.take = take
    }

    /// Checks the journal.
    ///
    /// - Parameters:
    ///   - disk: Holds the journal's folder.
    ///   - known: Entries known from outside, which must be there with the same hash. Without any, a journal that was
    ///     cut at the end of a line is accepted as a shorter one.
    ///   - take: Called with each proven entry, in order.
    /// - Returns: What was found.
    /// - Throws: ``DiskError`` when there is no journal, or its folder cannot be read. A file that cannot be read is a
    ///   fault of the journal.
    package static func verify(
        on disk: any Disk, known: [JournalPosition] = [], _ take: @escaping (JournalRecord) -> Void = { _ in }
    ) throws(DiskError) -> JournalVerification {
        var reader = JournalReader(disk: disk, known: known, take: take)
        try reader.run()
        return reader.result
    }

    private mutating func run() throws(DiskError) {
        let folder = try JournalFolder(on: disk)
        result.files = folder.files.count
        result.foreign = folder.foreign
        for file in folder.files { readAhead(file) }
        for file in folder.files {
            checkNumber(of: file)
            beginAnew(with: file)
            if !isBroken { read(file, isLast: file == folder.files.last) }
        }
        for aside in asides { check(aside.0, aside: aside.name, hash: aside.hash, in: folder) }
        for sequence in known.keys.sorted() where !seen.contains(sequence) && sequence > 0 {
            fault(result.endFile ?? JournalNames.file(1), nil, nil, .endsBefore(sequence: sequence))
        }
    }

    private mutating func fault(_ file: String, _ line: Int?, _ offset: Int64?, _ defect: JournalDefect) {
        result.faults.append(JournalFault(file: file, line: line, offset: offset, defect: defect))
    }

    /// Sees what a file's first line says of the files before it, which is believed for now and proven in its turn.
    private mutating func readAhead(_ file: JournalFolder.File) {
        guard let line = JournalHead.line(of: file, on: disk) else { return }
        for file in LeftFile.all(in: line) { left[file.number] = file.end }
        if JournalHead.isRestart(line) { restarts.insert(file.number) }
    }

    private mutating func checkNumber(of file: JournalFolder.File) {
        defer { nextNumber = file.number + 1 }
        while nextNumber < file.number, left[nextNumber] == 0 { nextNumber += 1 }
        guard nextNumber < file.number, !isBroken else { return }
        fault(JournalNames.file(nextNumber), nil, nil, .missingFile)
        isBroken = true
    }

    /// Takes up the chain where the journal found it broken and began a new one.
    private mutating func beginAnew(with file: JournalFolder.File) {
        guard restarts.contains(file.number), let line = JournalHead.line(of: file, on: disk) else { return }
        if !isBroken { fault(file.name, 1, 0, .restarted(line.entry.cause ?? "it does not say how")) }
        isBroken = false
        chain.restart()
    }

    private mutating func read(_ file: JournalFolder.File, isLast: Bool) {
        let end = min(left[file.number] ?? file.size, file.size)
        result.leftBytes += file.size - end
        var lines = JournalLines(file.path, to: end, on: disk)
        var number = 0
        do throws(DiskError) {
            while let piece = try lines.next() {
                number += 1
                guard read(piece, number, of: file, isLast: isLast && left[file.number] == nil) else { return }
            }
        } catch {
            isBroken = true
            return fault(file.name, number + 1, lines.offset, .unreadable(error))
        }
        guard lines.offset < left[file.number] ?? file.size else { return }
        isBroken = true
        fault(file.name, number + 1, lines.offset, .cut)
    }

    /// Takes one piece of a file; whether to go on.
    private mutating func read(
        _ piece: JournalLines.Piece, _ number: Int, of file: JournalFolder.File, isLast: Bool
    ) -> Bool {
        let place: Int64
        let defect: JournalDefect
        switch piece {
        case .line(let bytes, let offset):
            do throws(JournalDefect) {
                let line = try chain.take(bytes)
                accept(
                    JournalRecord(
                        line: line, hash: chain.position.hash, file: file.name, number: number, offset: offset))
                return true
            } catch {
                (place, defect) = (offset, error)
            }
        case .rest(let offset, let isTooLong):
            (place, defect) = (offset, isTooLong ? .tooLong : isLast ? .torn(bytes: file.size - offset) : .cut)
        }
        isBroken = true
        fault(file.name, number, place, defect)
        return false
    }

    private mutating func accept(_ record: JournalRecord) {
        result.entries += 1
        result.end = chain.position
        result.endFile = record.file
        if let hash = known[record.line.sequence] {
            seen.insert(record.line.sequence)
            if hash != record.hash {
                fault(record.file, record.number, record.offset, .differs(sequence: record.line.sequence))
            }
        }
        let details = record.line.entry.details
        if record.line.entry.kind == .recovered, case .string(let name) = details["aside"],
            case .string(let hash) = details["sha256"]
        {
            asides.append((record, name, hash))
        }
        take(record)
    }

    /// Holds a torn tail that was kept against what was written down of it.
    private mutating func check(_ record: JournalRecord, aside: String, hash: String, in folder: JournalFolder) {
        let words: String
        if let size = folder.torn[aside] {
            do throws(DiskError) {
                let found = try JournalHead.digest(of: JournalNames.path(aside), size: size, on: disk)
                guard found != hash else { return }
                words = "the torn tail \(aside) is not as it was kept"
            } catch {
                words = "the torn tail \(aside) cannot be read: \(error)"
            }
        } else {
            words = "the torn tail \(aside) is not there"
        }
        fault(record.file, record.number, record.offset, .aside(words))
    }
}
