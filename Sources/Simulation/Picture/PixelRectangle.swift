/// A part of a picture, in pixels from its top left.
struct PixelRectangle: Hashable, Sendable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    /// The inner half each way, at least one pixel: what coding leaves alone.
    var middle: PixelRectangle {
        PixelRectangle(
            x: x + width / 4, y: y + height / 4, width: max(1, width - width / 4 * 2),
            height: max(1, height - height / 4 * 2))
    }
}
