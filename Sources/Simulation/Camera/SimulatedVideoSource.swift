package import CameraModel

/// A simulated camera that has been opened.
///
/// On a virtual clock each call moves time to the next event and no caller is ever late; in real time it waits, and a
/// caller that leaves all buffers full loses frames, which the sequence shows.
package final class SimulatedVideoSource: VideoSource {
    package let format: VideoFormat
    package let negotiation: Negotiation
    private let time: SimulatedTime
    private let opened: Int64
    private let plan: CameraPlan
    private var queue: FrameQueue
    private var picture: SimulatedPicture
    private var cameraEncoder: CameraEncoder?
    /// Coded frames that are ready, oldest first.
    private var coded: [CameraEncoder.Output] = []
    private var lastReturn: Int64
    private var lastTimeout: Int64 = 1_000_000_000

    init(
        negotiation: Negotiation, picture: SimulatedPicture, encoder: (any VideoEncoder)?, plan: CameraPlan,
        time: SimulatedTime, opened: Int64, bufferCount: Int
    ) {
        self.negotiation = negotiation
        self.picture = picture
        self.plan = plan
        self.time = time
        self.opened = opened
        format = VideoFormat(
            mode: negotiation.granted, bytesPerRow: encoder == nil ? picture.surface.bytesPerRow : 0)
        cameraEncoder = encoder.map { CameraEncoder($0) }
        queue = FrameQueue(plan: plan, opened: opened, capacity: time.isReal ? bufferCount : .max)
        lastReturn = opened
    }

    /// The next frame, the end of the camera, or the end of patience as the last call had it, whichever comes first.
    package var nextEvent: MonotonicTime? {
        if !coded.isEmpty { return time.clock.now }
        let deadline = lastReturn.addingReportingOverflow(lastTimeout)
        return time.instant(min(nextChange, deadline.overflow ? .max : deadline.partialValue))
    }

    package func withNextFrame(
        timeout: Duration, _ body: (FrameStamp, RawSpan) -> Void
    ) throws(CaptureError) -> FrameOutcome {
        defer { lastReturn = time.elapsed }
        lastTimeout = max(0, timeout.nanoseconds)
        // A virtual caller's patience counts from its last call: the clock may have moved for others since.
        let (sum, overflow) = (time.isReal ? time.elapsed : lastReturn).addingReportingOverflow(lastTimeout)
        let deadline = overflow ? .max : sum
        while true {
            let now = time.elapsed
            if let unplugged = plan.unplugged(after: opened), unplugged <= now { throw .disconnected }
            if let changed = plan.sizeChanged(after: opened), changed <= now { throw .sourceChanged }
            queue.fill(until: now)
            if let outcome = try takeFrame(body) { return outcome }
            guard now < deadline else { throw .timedOut }
            time.wait(until: min(nextChange, deadline))
        }
    }

    private var nextChange: Int64 {
        [queue.nextInstant, plan.unplugged(after: opened), plan.sizeChanged(after: opened)]
            .compactMap(\.self).min() ?? .max
    }

    private func takeFrame(
        _ body: (FrameStamp, RawSpan) -> Void
    ) throws(CaptureError) -> FrameOutcome? {
        while true {
            if let outcome = giveCoded(body) { return outcome }
            guard let frame = queue.removeFirst() else { return nil }
            if cameraEncoder != nil {
                // What is lost or damaged went through the camera's encoder before: later pictures refer to it.
                show(frame)
                coded += try cameraEncoder?.encode(picture.surface, frame, at: time.instant(frame.instant)) ?? []
                continue
            }
            switch frame.fate {
            case .lost: continue
            case .damaged, .truncated: return .damaged(stamp(frame))
            case .whole:
                show(frame)
                let stamp = stamp(frame)
                picture.surface.lend { body(stamp, $0) }
                return .delivered
            }
        }
    }

    private func giveCoded(_ body: (FrameStamp, RawSpan) -> Void) -> FrameOutcome? {
        while !coded.isEmpty {
            let output = coded.removeFirst()
            switch output.frame.fate {
            case .lost: continue
            case .damaged: return .damaged(stamp(output.frame))
            case .truncated:
                unsafe body(stamp(output.frame), output.bytes.span.bytes.extracting(first: output.bytes.count / 2))
                return .delivered
            case .whole:
                unsafe body(stamp(output.frame), output.bytes.span.bytes)
                return .delivered
            }
        }
        return nil
    }

    private func show(_ frame: FrameQueue.Frame) {
        let (view, since) = plan.view(at: frame.instant)
        switch view {
        case .clear: showClear(frame.number, at: frame.instant)
        // Drawn anew each time, so that it is the same whoever opens the camera, and when.
        case .frozen: showClear(plan.timeline.firstNumber(atOrAfter: since), at: since)
        case .black: picture.showDark(luma: PictureCode.black, noise: nil)
        case .covered: picture.showDark(luma: 30, noise: frame.number)
        }
    }

    private func showClear(_ number: Int64, at instant: Int64) {
        let second = instant / 1_000_000_000
        // The frame at, or first after, a whole second; after a hole it may not be there to flash.
        let before = number > 0 ? plan.timeline.instant(of: number - 1) / 1_000_000_000 : -1
        picture.show(number: number, nanoseconds: instant, isMark: before < second)
    }

    private func stamp(_ frame: FrameQueue.Frame) -> FrameStamp {
        let (stamping, since) = plan.stamp(at: frame.instant)
        let driverTime =
            switch stamping {
            case .truthful: time.instant(frame.instant)
            case .fromZero: MonotonicTime(nanoseconds: frame.instant - since)
            case .frozen: time.instant(since)
            }
        return FrameStamp(sequence: frame.sequence, driverTime: driverTime, received: time.clock.now)
    }
}
