package import CameraModel

/// What a walk through a segment file found.
package struct SegmentScan: Hashable, Sendable {
    /// The notes of the whole fragments, in order.
    package var entries: [FragmentEntry] = []
    /// Where the last whole fragment ends, in bytes; 0 when there is none.
    package var wholeEnd: Int64 = 0
    /// The file's size, in bytes.
    package var fileSize: Int64
    /// Why the walk ended before the file did; `nil` when all of it is whole.
    package var defect: String?

    /// Walks through a file without holding more of it than one mebibyte.
    ///
    /// Whole is what a note with the right checksum closes: a fragment of the right length with missing sectors is not.
    ///
    /// - Parameters:
    ///   - path: The file, below the disk's root.
    ///   - size: Its size in bytes.
    ///   - disk: Where it is.
    /// - Throws: ``DiskError`` when the file cannot be read. What is wrong in the file is no error but a ``defect``.
    package init(path: String, size: Int64, on disk: any Disk) throws(DiskError) {
        fileSize = size
        var checksum = CRC32()
        var position: Int64 = 0
        var expected: Set<String> = ["ftyp"]
        while position < size {
            let header = try disk.read(path, at: position, count: 16)
            guard let box = Box.parse(header, at: position, fileSize: size) else {
                defect = "no whole box at byte \(position)"
                return
            }
            guard expected.contains(box.type) else {
                defect =
                    "box \"\(box.type)\" at byte \(position), where \(expected.sorted().joined(separator: " or ")) belongs"
                return
            }
            if box.type == "uuid" {
                guard box.size <= FragmentNote.longest,
                    let note = FragmentNote.parse(
                        try disk.read(path, at: position, count: Int(box.size)), after: checksum)
                else {
                    defect = "the note at byte \(position) does not match what is before it"
                    return
                }
                entries.append(note.entry)
                wholeEnd = box.end
                checksum = CRC32()
            } else {
                try update(&checksum, with: box, of: path, on: disk)
            }
            expected = Self.following[box.type] ?? []
            position = box.end
        }
        if wholeEnd < size { defect = "the last fragment has no note" }
    }

    /// Which box may follow which: `ftyp moov (moof mdat uuid)*`.
    private static let following: [String: Set<String>] = [
        "ftyp": ["moov"], "moov": ["moof"], "moof": ["mdat"], "mdat": ["uuid"], "uuid": ["moof"],
    ]

    private func update(
        _ checksum: inout CRC32, with box: Box, of path: String, on disk: any Disk
    ) throws(DiskError) {
        var position = box.offset
        while position < box.end {
            let bytes = try disk.read(path, at: position, count: Int(min(1 << 20, box.end - position)))
            guard !bytes.isEmpty else { return }
            checksum.update(bytes)
            position += Int64(bytes.count)
        }
    }
}
