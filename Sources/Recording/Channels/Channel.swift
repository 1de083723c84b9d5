import CameraModel
package import Evidence
import Synchronization

/// One camera with its microphones, between the threads that capture and the thread that writes.
///
/// Safe from any thread; nothing in it blocks on a device or a disk.
package final class Channel: Sendable {
    package let name: String
    /// The microphones whose sound goes into this channel's files, in order.
    package let microphones: [MicrophoneDescription]
    private let timeline: Mutex<ChannelTimeline>
    private let description: Mutex<CameraDescription>
    private let counts = Mutex(ChannelCounts())
    private let wakeWriter: @Sendable () -> Void

    /// Makes a channel in standby.
    ///
    /// - Parameters:
    ///   - name: The camera's name in the unit file.
    ///   - camera: As far as it is known before it is opened.
    ///   - microphones: In the order of the tracks.
    ///   - limits: Of the pre-event buffer.
    ///   - wakeWriter: Called, from any thread, when what waits is to be written.
    package init(
        name: String, camera: CameraDescription, microphones: [MicrophoneDescription], limits: PreEventLimits,
        wakeWriter: @escaping @Sendable () -> Void
    ) {
        self.name = name
        self.microphones = microphones
        self.wakeWriter = wakeWriter
        description = Mutex(camera)
        timeline = Mutex(ChannelTimeline(name: name, limits: limits, microphones: microphones.map(\.name)))
    }

    /// What is known of the camera now.
    package var camera: CameraDescription {
        description.withLock { $0 }
    }

    package var summary: ChannelDescription {
        ChannelDescription(channel: name, camera: camera, microphones: microphones)
    }

    /// How long the pre-event buffer's pictures last.
    package var held: Duration {
        timeline.withLock { $0.held }
    }

    /// The recording that media go to now.
    package var current: Int? {
        timeline.withLock { $0.current }
    }

    /// Whether no recording is open and everything has been taken by the writer.
    package var isIdle: Bool {
        timeline.withLock { $0.isIdle }
    }

    func describe(_ change: (inout CameraDescription) -> Void) {
        description.withLock { change(&$0) }
    }

    /// What the channel has seen since the daemon's start.
    package var tally: ChannelCounts {
        counts.withLock { $0 }
    }

    func count(_ change: (inout ChannelCounts) -> Void) {
        counts.withLock { change(&$0) }
    }

    func accept(video packets: [EncodedPacket]) {
        counts.withLock { $0.pictures += packets.count }
        update { timeline in
            for packet in packets { timeline.accept(video: packet) }
        }
    }

    func accept(audio packets: [EncodedPacket], track: Int) {
        update { timeline in
            for packet in packets { timeline.accept(audio: packet, track: track) }
        }
    }

    func accept(_ event: RecordEvent) {
        counts.withLock { $0.take(event) }
        update { $0.accept(event) }
    }

    /// Whether the picture of this time is to be a key picture; asked once for each that is coded.
    func takeKeyRequest(at time: MonotonicTime) -> Bool {
        timeline.withLock { $0.takeKeyRequest(at: time) }
    }

    func activate(recording: Int, at time: MonotonicTime) {
        update { $0.activate(recording: recording, at: time) }
    }

    func deactivate(at time: MonotonicTime) {
        update { $0.deactivate(at: time) }
    }

    func pausePreEvent() {
        update { $0.pausePreEvent() }
    }

    func resumePreEvent() {
        update { $0.resumePreEvent() }
    }

    func tick(_ now: MonotonicTime) {
        update { $0.tick(now) }
    }

    func finish(at now: MonotonicTime) {
        update { $0.finish(at: now) }
    }

    func takeOutput() -> [ChannelOutput] {
        timeline.withLock { $0.takeOutput() }
    }

    private func update<Result: Sendable>(_ change: (inout ChannelTimeline) -> Result) -> Result {
        let (result, isDue) = timeline.withLock { timeline in
            let result = change(&timeline)
            return (result, timeline.takeWake())
        }
        if isDue { wakeWriter() }
        return result
    }
}
