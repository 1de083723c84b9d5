/// How pictures are coded, from the unit file.
package struct VideoEncoderSettings: Hashable, Sendable {
    /// libx264's speed preset: `ultrafast` … `veryslow`.
    package var preset: String
    /// In bits per second.
    package var bitRate: Int
    /// Coded size in pixels, where it differs from the camera's; `nil` keeps the camera's.
    package var width: Int?
    /// In pixels.
    package var height: Int?
    /// From one key picture to the next, at most.
    package var keyInterval: Duration

    package init(preset: String, bitRate: Int, width: Int?, height: Int?, keyInterval: Duration) {
        self.preset = preset
        self.bitRate = bitRate
        self.width = width
        self.height = height
        self.keyInterval = keyInterval
    }
}
