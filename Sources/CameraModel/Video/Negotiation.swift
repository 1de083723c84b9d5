/// What was asked of a camera and what it granted, kept with every recording.
package struct Negotiation: Hashable, Sendable {
    /// The unit file's first choice.
    package var asked: VideoMode
    /// What the driver read back.
    ///
    /// For a converted vendor format, the coding as the camera delivers it.
    package var granted: VideoMode
    /// The driver's card name and bus, as VIDIOC_QUERYCAP reports them.
    package var device: String
    /// Differences and adjustments in plain words: "30 fps asked, 15 granted", "dynamic frame rate turned off".
    package var remarks: [String]

    package init(asked: VideoMode, granted: VideoMode, device: String, remarks: [String]) {
        self.asked = asked
        self.granted = granted
        self.device = device
        self.remarks = remarks
    }
}
