import CameraModel
import Evidence

/// A segment's file while it is written, and what is durable in it so far.
struct OpenFile {
    var file: SegmentFile
    let muxer: any Muxer
    /// The number in the file's name.
    let number: Int
    /// The assembler's number.
    let segment: Int
    let origin: MonotonicTime
    /// Without a track of pictures: a player cannot open a file that promises pictures and has none.
    let isSoundAlone: Bool
    /// Ticks taken off each track's, when the file began in the middle of a segment.
    let shift: [Int64]
    var fragments = 0
    var pictures = 0
    var soundFrames: [Int]
    var end: MonotonicTime

    /// The fragment's boxes for this file, the file's header before the first.
    ///
    /// - Throws: `EncodingError`.
    func boxes(of fragment: AssembledFragment) throws(EncodingError) -> [UInt8] {
        let header = fragments == 0 ? try muxer.header() : []
        let tracksLeftOut = fragment.tracks.count - shift.count
        return header
            + (try muxer.fragment(
                fragment.samples.map { sample in
                    var sample = sample
                    sample.track -= tracksLeftOut
                    sample.start -= shift[sample.track]
                    return sample
                }))
    }

    /// Writes bytes at the end, durably, and counts the fragment that they hold.
    ///
    /// - Throws: `DiskError`. The file is to be abandoned then.
    mutating func append(_ bytes: [UInt8], holding fragment: AssembledFragment) throws(DiskError) {
        try file.append(bytes)
        fragments += 1
        pictures += fragment.pictures
        for track in fragment.soundFrames.indices { soundFrames[track] += fragment.soundFrames[track] }
        end = max(end, fragment.end)
    }

    /// The file as the record tells of it.
    func summary(channel: String) -> SegmentSummary {
        SegmentSummary(
            channel: channel, segment: number, file: file.name, bytes: file.durableEnd, fragments: fragments,
            origin: origin, end: end, pictures: pictures, soundFrames: soundFrames)
    }
}
