package import CameraModel
package import Evidence

/// What the assembler asks of the writer, in order.
package enum AssemblerStep: Hashable, Sendable {
    case fragment(AssembledFragment)
    /// The segment of this number is complete.
    case finish(segment: Int)
    /// What happened after the last fragment, when the recording ends.
    case remaining([RecordEvent])
}

/// One fragment's samples and what to write down about it.
package struct AssembledFragment: Hashable, Sendable {
    /// Counted from 0 by the assembler; the first fragment of a new number opens a file.
    package var segment: Int
    package var tracks: [MuxerTrack]
    /// The segment's zero on the media clock.
    package var origin: MonotonicTime
    package var samples: [MuxerSample]
    package var start: MonotonicTime
    package var end: MonotonicTime
    package var pictures: Int
    /// For each microphone.
    package var soundFrames: [Int]
    package var events: [RecordEvent]
    /// Whether a file can start with it: its first picture is a key picture, or it has none.
    package var startsWithKey: Bool
}
