/// What a container must say about a video track before its first picture.
package struct VideoParameters: Hashable, Sendable {
    /// `.h264` or `.mjpeg`.
    package var coding: VideoCoding
    /// In pixels.
    package var width: Int
    /// In pixels.
    package var height: Int
    /// Sequence and picture parameter sets with start codes; empty for JPEG.
    package var parameterSets: [UInt8]

    package init(coding: VideoCoding, width: Int, height: Int, parameterSets: [UInt8]) {
        self.coding = coding
        self.width = width
        self.height = height
        self.parameterSets = parameterSets
    }
}
