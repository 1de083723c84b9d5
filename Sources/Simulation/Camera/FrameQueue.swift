import CameraModel

/// The driver's side of a simulated camera: which frames its buffers hold, and which found none free.
///
/// Times are nanoseconds since the shift's start.
struct FrameQueue: Sendable {
    /// A frame that has been taken.
    struct Frame: Hashable, Sendable {
        var number: Int64
        var instant: Int64
        var sequence: UInt32
        var fate: CameraPlan.Fate
    }

    let plan: CameraPlan
    /// Most frames that wait for a late caller.
    private let capacity: Int
    private var nextNumber: Int64
    private var nextSequence: UInt32
    private var frames: [Frame] = []
    private var waiting = 0

    /// Starts streaming just after `opened`, with empty buffers.
    init(plan: CameraPlan, opened: Int64, capacity: Int) {
        self.plan = plan
        self.capacity = capacity
        // A frame at the very instant of opening was the last one's, unless it is the first of the shift.
        nextNumber = plan.timeline.firstNumber(atOrAfter: opened > 0 ? opened + 1 : 0)
        nextSequence = plan.firstSequence(from: nextNumber)
    }

    /// Takes all frames up to `now`.
    mutating func fill(until now: Int64) {
        while let frame = upcoming, frame.instant <= now {
            nextNumber = frame.number + 1
            nextSequence = frame.sequence &+ 1
            var taken = frame
            if taken.fate != .lost, waiting >= capacity { taken.fate = .lost }
            if taken.fate != .lost { waiting += 1 }
            frames.append(taken)
        }
    }

    /// The oldest frame taken, lost ones among them; its buffer is free again.
    mutating func removeFirst() -> Frame? {
        guard !frames.isEmpty else { return nil }
        let frame = frames.removeFirst()
        if frame.fate != .lost { waiting -= 1 }
        return frame
    }

    /// When there will be a frame for the caller: the past when one waits.
    var nextInstant: Int64? {
        if let waiting = frames.first(where: { $0.fate != .lost }) { return waiting.instant }
        guard var frame = upcoming else { return nil }
        while frame.fate == .lost, let next = unstalled(frame.number + 1, sequence: frame.sequence &+ 1) {
            frame = next
        }
        return frame.fate == .lost ? nil : frame.instant
    }

    private var upcoming: Frame? {
        unstalled(nextNumber, sequence: nextSequence)
    }

    /// The first frame from `number` on that no stall swallows; `nil` when there will never be one.
    private func unstalled(_ number: Int64, sequence: UInt32) -> Frame? {
        var number = number
        while true {
            let instant = plan.timeline.instant(of: number)
            guard instant < .max else { return nil }
            guard let end = plan.stallEnd(at: instant) else {
                return Frame(number: number, instant: instant, sequence: sequence, fate: plan.fate(of: number))
            }
            guard end < .max else { return nil }
            number = plan.timeline.firstNumber(atOrAfter: end)
        }
    }
}
