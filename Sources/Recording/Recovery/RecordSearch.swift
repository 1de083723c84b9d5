import CameraModel
import Evidence

/// What a recording's record files say, as far as recovery needs it.
struct RecordSearch {
    private(set) var highest = 0
    private(set) var header: RecordingHeader?
    private(set) var isComplete = false
    private(set) var fragments: Set<FragmentKey> = []
    /// Names of the segments' files.
    private(set) var segments: Set<String> = []

    /// A line longer than this is not one of ours: a fragment's note is shorter.
    private static let longestLine = 2 << 20

    /// Reads a record file in pieces, as far as its lines are whole.
    ///
    /// - Throws: ``DiskError`` when it cannot be read.
    mutating func read(_ path: String, size: Int64, number: Int, on disk: any Disk) throws(DiskError) {
        highest = max(highest, number)
        var rest: [UInt8] = []
        var position: Int64 = 0
        while position < size {
            let piece = try disk.read(path, at: position, count: Int(min(1 << 20, size - position)))
            guard !piece.isEmpty else { return }
            position += Int64(piece.count)
            rest += piece
            guard let end = rest.lastIndex(of: 0x0A) else {
                if rest.count > Self.longestLine { return }
                continue
            }
            let text = RecordText(Array(rest[...end]))
            take(text)
            if text.defect != nil { return }
            rest.removeSubrange(...end)
        }
    }

    private mutating func take(_ text: RecordText) {
        for line in text.lines {
            switch line {
            case .header(let value): header = header ?? value
            case .fragment(let entry): fragments.insert(FragmentKey(entry))
            case .end: isComplete = true
            case .segment(let summary): segments.insert(summary.file)
            case .preEvent, .channelEnd: break
            }
        }
    }
}

/// Which fragment of a recording.
struct FragmentKey: Hashable {
    var channel: String
    var segment: Int
    var fragment: Int

    init(_ entry: FragmentEntry) {
        channel = entry.channel
        segment = entry.segment
        fragment = entry.fragment
    }
}
