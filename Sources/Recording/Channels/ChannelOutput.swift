import CameraModel
package import Evidence

/// What a channel hands to its writer, in order, with the recording it belongs to.
package struct ChannelOutput: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case begin(PreEventDelivery)
        case item(TimelineItem)
        /// Nothing more comes for this recording.
        case end
    }

    package var recording: Int
    package var content: Content

    package init(recording: Int, _ content: Content) {
        self.recording = recording
        self.content = content
    }

    var cost: Int {
        if case .item(let item) = content { item.cost } else { 0 }
    }
}
