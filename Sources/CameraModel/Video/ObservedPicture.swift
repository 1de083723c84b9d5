/// One picture taken aside for an analysis, while the recording goes its own way.
package struct ObservedPicture: Hashable, Sendable {
    /// What there is of it.
    package enum Content: Hashable, Sendable {
        case luma(LumaPlane)
        /// A picture as the camera coded it, which can be decoded alone; whoever analyses it decodes it.
        case coded(VideoCoding, width: Int, height: Int, bytes: [UInt8])
    }

    /// Its media time.
    package var time: MonotonicTime
    package var content: Content

    package init(time: MonotonicTime, content: Content) {
        self.time = time
        self.content = content
    }
}
