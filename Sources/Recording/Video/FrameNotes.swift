import CameraModel
import Evidence

/// Writes down what is wrong with single frames, in a camera's channel.
struct FrameNotes {
    private let device: String
    private let channel: Channel
    private var replaced = RepeatingEvent()
    private var damaged = RepeatingEvent()

    /// - Parameters:
    ///   - device: The camera.
    ///   - channel: Takes the events.
    init(of device: String, in channel: Channel) {
        self.device = device
        self.channel = channel
    }

    /// Takes what was made of a frame's time.
    mutating func take(_ verdict: FrameTiming.Verdict) {
        if verdict.isReplaced {
            accept(replaced.add(RecordEvent(.timestampReplaced, at: verdict.time, count: 1, device: device)))
        } else {
            accept(replaced.take())
        }
    }

    /// Frames that the camera took and nobody got.
    func lost(_ count: Int, at time: MonotonicTime) {
        accept(RecordEvent(.framesLost, at: time, count: count, device: device))
    }

    /// Frames of which no picture can be made.
    mutating func damaged(_ count: Int, at time: MonotonicTime, cause: String) {
        accept(damaged.add(RecordEvent(.framesDamaged, at: time, count: count, device: device, cause: cause)))
    }

    /// A picture came out: what is damaged after it is something else.
    mutating func picture() {
        accept(damaged.take())
    }

    /// Writes down what waits for more of its kind.
    mutating func flush() {
        accept(replaced.take())
        accept(damaged.take())
    }

    private func accept(_ event: RecordEvent?) {
        if let event { channel.accept(event) }
    }
}
