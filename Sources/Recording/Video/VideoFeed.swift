package import CameraModel
import Evidence

/// Brings one camera's pictures into its channel: the body of the camera's thread.
///
/// It belongs to one thread, which ``step()`` blocks for a frame at most. A lost or stalled camera is closed and opened
/// again from nothing by its identity, every second, for ever; the recording goes on meanwhile.
package final class VideoFeed {
    /// A camera that gives frames.
    private struct Stream {
        let source: any VideoSource
        let encoder: any VideoEncoder
        /// How long a frame may take before the camera counts as stalled.
        let patience: Duration
        var sequence = SequenceCounter()
        var rate: RateMeter
        var barren = BarrenStretch()
        /// A picture came out of it.
        var hasDelivered = false
    }

    private enum State {
        case closed(retryAt: MonotonicTime)
        case streaming(Stream)
    }

    private let camera: any Camera
    private let encoding: any VideoEncoding
    private let settings: VideoEncoderSettings
    private let channel: Channel
    private let clock: any UnitClock
    private let report: Report
    private let observer: (any CameraObserver)?
    private let name: String
    private var state: State
    private var timing = FrameTiming()
    private var lastPicture: MonotonicTime?
    private var lastKey: MonotonicTime?
    private var lostSince: MonotonicTime?
    private var lostCause: String?
    private var failure = DeviceFailure()
    private var notes: FrameNotes
    private var lastNegotiation: Negotiation?
    /// Frames that were delivered well, over all times the camera was opened.
    package private(set) var frames = 0

    /// Between two tries to open a camera that is not there.
    package static let retryInterval = Duration.seconds(1)
    /// A camera of this rate that gives nothing for longer than this is lost.
    ///
    /// 0.7 s, which is noticed within a second and forgives a webcam that is exposing longer in the dark. A slower camera
    /// gets four of its frame times up to 1 s; one that gives a frame in more than 2/3 s gets 1.5 frame times, because
    /// before the next frame is due nobody can tell: at 1 fps, the slowest that a unit file takes, a loss is noticed
    /// after 1.5 s. A driver's absurd rate makes it no longer than 4 s.
    static func patience(at rate: FrameRate) -> Duration {
        let interval = min(rate.interval, .seconds(4))
        return min(max(.milliseconds(700), min(interval * 4, .seconds(1)), interval * 3 / 2), .seconds(4))
    }

    package init(
        camera: any Camera, encoding: any VideoEncoding, settings: VideoEncoderSettings, channel: Channel,
        clock: any UnitClock, report: @escaping Report, observer: (any CameraObserver)? = nil
    ) {
        self.camera = camera
        self.encoding = encoding
        self.settings = settings
        self.channel = channel
        self.clock = clock
        self.report = report
        self.observer = observer
        name = channel.name
        notes = FrameNotes(of: channel.name, in: channel)
        state = .closed(retryAt: clock.now)
    }

    /// When ``step()`` has something to do, for a virtual clock; `nil` where only the device knows.
    package var nextEvent: MonotonicTime? {
        switch state {
        case .closed(let retryAt): retryAt
        case .streaming(let stream): stream.source.nextEvent
        }
    }

    /// Takes one frame, or tries once to open the camera, or waits a moment until it is time to.
    ///
    /// - Parameter stopped: Ends a wait early.
    package func step(unless stopped: () -> Bool) {
        switch state {
        case .closed(let retryAt):
            clock.wait(until: retryAt, unless: stopped)
            if !stopped() { open() }
        case .streaming(let stream):
            takeFrame(stream)
        }
    }

    /// Gives out what the encoder kept back, and closes the camera.
    package func finish() {
        guard case .streaming(let stream) = state else { return }
        drain(stream.encoder)
        notes.flush()
        state = .closed(retryAt: clock.now + Self.retryInterval)
    }

    // MARK: - Opening

    private func open() {
        do {
            let source = try camera.open()
            let encoder = try encoding.makeEncoder(for: source.format, settings: settings)
            let negotiation = source.negotiation
            let rate = source.format.mode.rate
            state = .streaming(
                Stream(
                    source: source, encoder: encoder, patience: Self.patience(at: rate),
                    rate: RateMeter(granted: rate)))
            channel.describe {
                $0.device = negotiation.device
                $0.granted = negotiation.granted.description
                $0.remarks = negotiation.remarks
            }
            lastKey = nil
            observer?.camera(.opened(negotiation), at: clock.now)
            // Said once, for one that opens and gives nothing is opened again every second.
            if negotiation != lastNegotiation {
                report(.info("camera \(name): \(negotiation.granted) from \(negotiation.device)"))
                for remark in negotiation.remarks { report(.info("camera \(name): \(remark)")) }
            }
            lastNegotiation = negotiation
        } catch {
            fail(error, retryAt: clock.now + Self.retryInterval)
        }
    }

    private func fail(_ error: any Error, retryAt: MonotonicTime) {
        if let news = failure.take(error) { report(.error("camera \(name): \(news); trying again every second")) }
        state = .closed(retryAt: retryAt)
        observer?.camera(.failed(error as? CaptureError ?? .modeUnavailable("\(error)")), at: clock.now)
        channel.describe {
            $0.device = nil
            $0.granted = nil
            $0.delivered = nil
        }
        if lostSince == nil { lose(at: lastPicture ?? clock.now, cause: "\(error)") }
    }

    private func lose(at since: MonotonicTime, cause: String) {
        notes.flush()
        lostSince = lostSince ?? since
        lostCause = cause
        channel.accept(RecordEvent(.pictureLost, at: since, device: name, cause: cause))
    }

    // MARK: - Frames

    private func takeFrame(_ stream: Stream) {
        var stream = stream
        do throws(CaptureError) {
            let outcome = try stream.source.withNextFrame(timeout: stream.patience) { stamp, frame in
                take(frame, stamp: stamp, from: &stream)
            }
            if case .damaged(let stamp) = outcome {
                count(stamp, of: &stream)
                damaged(at: stamp.received, cause: "marked as damaged by the driver", in: &stream)
            }
            state = .streaming(stream)
        } catch {
            drain(stream.encoder)
            switch error {
            case .sourceChanged:
                channel.accept(RecordEvent(.formatChanged, at: clock.now, device: name))
            case .timedOut, .disconnected, .notFound, .modeUnavailable, .unsuitable, .system:
                break
            }
            // One that worked may be back at once; one that never did is not asked without a pause.
            fail(error, retryAt: stream.hasDelivered ? clock.now : clock.now + Self.retryInterval)
        }
    }

    private func take(_ frame: RawSpan, stamp: FrameStamp, from stream: inout Stream) {
        count(stamp, of: &stream)
        if stream.source.format.mode.coding == .mjpeg, !JPEGCheck.isWhole(frame) {
            damaged(at: stamp.received, cause: "picture cut off", in: &stream)
            return
        }
        let verdict = timing.time(of: stamp)
        notes.take(verdict)
        do throws(EncodingError) {
            let requireKey = isKeyDue(at: verdict.time, interval: stream.source.format.mode.rate.interval)
            let packets = try stream.encoder.encode(frame, at: verdict.time, requireKey: requireKey)
            frames += 1
            defer { observe(frame, packets, of: stream.source.format, at: verdict.time) }
            if let first = packets.first {
                notes.picture()
                if let key = packets.last(where: \.isKey) { lastKey = key.time }
                // A pass-through waits for a key picture: until then the camera is not back for the recording.
                returned(at: first.time, in: stream)
                channel.accept(video: packets)
                lastPicture = verdict.time
                stream.barren.end()
                stream.hasDelivered = true
                failure.end()
            } else if let wanted = stream.encoder.waitsFor {
                barren(at: verdict.time, cause: "it waits for \(wanted)", isCounted: false, in: &stream)
            }
        } catch {
            damaged(at: verdict.time, cause: "\(error)", in: &stream)
        }
        if let rate = stream.rate.frame(at: verdict.time) {
            let (asked, granted) = (stream.source.negotiation.asked.rate, stream.source.negotiation.granted.rate)
            let other = asked == granted ? "" : "\(granted) granted, "
            let text = "\(asked) fps asked, \(other)\(tenths(rate)) delivered"
            report(.warning("camera \(name): \(text)"))
            channel.accept(RecordEvent(.rateMismatch, at: verdict.time, device: name, cause: text))
        }
        if let delivered = stream.rate.delivered { channel.describe { $0.delivered = delivered } }
    }

    private func isKeyDue(at time: MonotonicTime, interval: Duration) -> Bool {
        let isWanted = channel.takeKeyRequest(at: time)
        guard let lastKey else { return true }
        return isWanted || time - lastKey >= settings.keyInterval - interval / 2
    }

    private func returned(at time: MonotonicTime, in stream: Stream) {
        guard let since = lostSince else { return }
        channel.accept(RecordEvent(.pictureGap, at: since, until: time, device: name, cause: lostCause))
        let isKnown = lastPicture != nil || stream.barren.isLong
        if isKnown { report(.info("camera \(name): back after \(tenths((time - since).seconds)) s")) }
        lostSince = nil
        lostCause = nil
    }

    private func count(_ stamp: FrameStamp, of stream: inout Stream) {
        let missing = stream.sequence.missing(before: stamp.sequence)
        guard missing > 0 else { return }
        notes.lost(missing, at: stamp.received)
        observer?.camera(.missing(missing), at: stamp.received)
    }

    private func damaged(at time: MonotonicTime, cause: String, in stream: inout Stream) {
        notes.damaged(1, at: time, cause: cause)
        observer?.camera(.damaged, at: time)
        barren(at: time, cause: cause, isCounted: true, in: &stream)
    }

    /// Takes note of a frame that gave no picture: a camera that goes on like that is lost to the recording.
    private func barren(at time: MonotonicTime, cause: String, isCounted: Bool, in stream: inout Stream) {
        let isKnown = stream.barren.isLong
        guard let finding = stream.barren.frame(at: time, isCounted: isCounted) else { return }
        let reason = "frames come and no picture can be recorded: \(cause)"
        if !isKnown, lostCause != reason {
            report(.error("camera \(name): \(reason); choose another coding in the unit file if this stays so"))
            lose(at: lostSince == nil ? lastPicture ?? finding.since : finding.since, cause: reason)
        }
        if finding.uncounted > 0 { notes.damaged(finding.uncounted, at: time, cause: cause) }
    }

    /// Shows the frame to whoever watches, after it went to the recording.
    private func observe(_ frame: RawSpan, _ packets: [EncodedPacket], of format: VideoFormat, at time: MonotonicTime) {
        guard let observer else { return }
        observer.camera(.frame, at: time)
        guard observer.isPictureWanted(at: time),
            let picture = ObservedPicture(frame, packets, of: format, at: time)
        else { return }
        observer.take(picture)
    }

    private func drain(_ encoder: any VideoEncoder) {
        do throws(EncodingError) {
            channel.accept(video: try encoder.finish())
        } catch {
            report(.warning("camera \(name): the encoder's last pictures: \(error)"))
        }
    }

    private func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
