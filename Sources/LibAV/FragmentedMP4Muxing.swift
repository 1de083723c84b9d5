package import CameraModel

/// Makes fragmented MP4 with libavformat, in memory.
package struct FragmentedMP4Muxing: Muxing {
    package init() {}

    /// Makes a muxer for the tracks, whose order gives them their index.
    ///
    /// - Throws: ``EncodingError/unsupported(_:)`` for no tracks, or one that cannot be described.
    package func makeMuxer(tracks: [MuxerTrack]) throws(EncodingError) -> any Muxer {
        try FragmentedMP4Muxer(tracks)
    }
}
