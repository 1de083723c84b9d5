/// One way a camera can deliver: coding, size and rate.
package struct VideoMode: Hashable, Sendable, CustomStringConvertible {
    package var coding: VideoCoding
    /// In pixels.
    package var width: Int
    /// In pixels.
    package var height: Int
    package var rate: FrameRate

    package init(coding: VideoCoding, width: Int, height: Int, rate: FrameRate) {
        self.coding = coding
        self.width = width
        self.height = height
        self.rate = rate
    }

    package var description: String {
        "\(coding) \(width)x\(height) at \(rate) fps"
    }
}
