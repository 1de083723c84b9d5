/// What a camera granted, and how one frame lies in memory.
package struct VideoFormat: Hashable, Sendable {
    /// What the bytes are.
    ///
    /// Never `.vendor`: the driver converts those before it lends a frame.
    package var mode: VideoMode
    /// From the start of one row of the first plane to the next, in bytes; 0 for coded pictures.
    package var bytesPerRow: Int

    package init(mode: VideoMode, bytesPerRow: Int) {
        self.mode = mode
        self.bytesPerRow = bytesPerRow
    }
}
