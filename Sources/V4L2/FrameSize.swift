import CameraModel

/// A picture's size in pixels.
struct FrameSize: Hashable, Sendable, CustomStringConvertible {
    let width: Int
    let height: Int

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// The size that a unit file asks for.
    init(of mode: VideoMode) {
        self.init(width: mode.width, height: mode.height)
    }

    var description: String { "\(width)x\(height)" }
}
