package import CameraModel

extension RecordText {
    /// A line longer than this is not one of ours: a fragment's note is shorter.
    static let longestLine = 2 << 20

    /// Reads a record file line by line, holding a few mebibytes of it at most.
    ///
    /// - Parameters:
    ///   - path: The file, below the disk's root.
    ///   - size: Its size in bytes.
    ///   - disk: Where it is.
    ///   - take: Called with each whole line, in order.
    /// - Returns: Where and why reading ended before the file did; `nil` when all of it is whole.
    /// - Throws: ``DiskError`` when the file cannot be read.
    package static func read(
        _ path: String, size: Int64, on disk: any Disk, _ take: (RecordLine) -> Void
    ) throws(DiskError) -> String? {
        var rest: [UInt8] = []
        var position: Int64 = 0
        var lineCount = 0
        while position < size {
            let piece = try disk.read(path, at: position, count: Int(min(1 << 20, size - position)))
            guard !piece.isEmpty else { break }
            position += Int64(piece.count)
            rest += piece
            if let end = rest.lastIndex(of: 0x0A) {
                let text = RecordText(Array(rest[...end]))
                text.lines.forEach(take)
                lineCount += text.lines.count
                guard text.defect == nil else { return "line \(lineCount + 1): not a line of a record" }
                rest.removeSubrange(...end)
            }
            guard rest.count <= longestLine else { return "line \(lineCount + 1): longer than any of a record" }
        }
        return rest.isEmpty ? nil : "line \(lineCount + 1): cut off"
    }
}
