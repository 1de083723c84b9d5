/// Turns packets into the bytes of one fragmented MP4 file (ISO/IEC 14496-12), without touching a disk.
///
/// One muxer makes one segment, on one thread. It returns whole boxes, so that the writer above can put boxes of its
/// own between them: all offsets inside a fragment count from its own start (`default-base-is-moof`).
package protocol Muxer: AnyObject {
    /// `ftyp` and `moov`. Called once, first.
    ///
    /// - Throws: ``EncodingError``.
    func header() throws(EncodingError) -> [UInt8]

    /// One `moof` and its `mdat`.
    ///
    /// - Parameter samples: In any order of tracks; within a track in order of time, each starting where the one before
    ///   ended, also across calls.
    /// - Returns: The two boxes.
    /// - Throws: ``EncodingError``.
    func fragment(_ samples: [MuxerSample]) throws(EncodingError) -> [UInt8]
}

/// One packet placed on a segment's own timeline.
package struct MuxerSample: Hashable, Sendable {
    /// Index into the tracks that the muxer was made with.
    package var track: Int
    /// In ticks of the track's time scale, from the segment's start; not negative.
    package var start: Int64
    /// In ticks; up to the next sample's start.
    package var duration: Int64
    package var isKey: Bool
    package var bytes: [UInt8]

    package init(track: Int, start: Int64, duration: Int64, isKey: Bool, bytes: [UInt8]) {
        self.track = track
        self.start = start
        self.duration = duration
        self.isKey = isKey
        self.bytes = bytes
    }
}

/// One track of a segment.
package enum MuxerTrack: Hashable, Sendable {
    /// Time scale 90 000 a second.
    case video(VideoParameters)
    /// Time scale: the sample rate. `name` is shown by players as the track's handler name.
    case audio(AudioParameters, name: String)

    /// Ticks a second.
    package var timeScale: Int64 {
        switch self {
        case .video: 90_000
        case .audio(let parameters, _): Int64(parameters.format.rate)
        }
    }
}

/// Makes a muxer.
///
/// Safe from any thread.
package protocol Muxing: Sendable {
    /// Makes a muxer for the tracks, whose order gives them their index.
    ///
    /// - Throws: ``EncodingError``.
    func makeMuxer(tracks: [MuxerTrack]) throws(EncodingError) -> any Muxer
}
