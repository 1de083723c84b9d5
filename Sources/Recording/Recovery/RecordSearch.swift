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

    /// Reads a record file as far as its lines are whole.
    ///
    /// - Throws: ``DiskError`` when it cannot be read.
    mutating func read(_ path: String, size: Int64, number: Int, on disk: any Disk) throws(DiskError) {
        highest = max(highest, number)
        // What a power cut tore off the end is completed by what recovery adds.
        _ = try RecordText.read(path, size: size, on: disk) { take($0) }
    }

    private mutating func take(_ line: RecordLine) {
        switch line {
        case .header(let value): header = header ?? value
        case .fragment(let entry): fragments.insert(FragmentKey(entry))
        case .end: isComplete = true
        case .segment(let summary): segments.insert(summary.file)
        case .preEvent, .channelEnd: break
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
