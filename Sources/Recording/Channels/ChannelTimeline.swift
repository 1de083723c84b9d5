package import CameraModel
import DequeModule
package import Evidence

/// One camera and its microphones: whether their media go into the pre-event buffer or to the writer.
///
/// A value without clock or I/O. No picture is ever in two recordings, nor in none: a recording ends right before a key
/// picture, and the pre-event buffer goes on with that picture.
///
/// ```
///           activate                 deactivate                key picture, or 2 s
/// standby ────────────▶ recording ────────────▶ ending ────────────────────────────▶ standby
///                           ▲                      │            (the sound of the last
///                           └──────────────────────┘             moment drains after it)
///              activated again meanwhile: the next recording begins with that key picture
/// ```
package struct ChannelTimeline: Sendable {
    private enum State {
        /// Filling the pre-event buffer.
        case standby
        /// Leads to `ending`.
        case recording(Active)
        /// Asked to end; goes on until the next key picture, or `deadline`. `next` has been asked for meanwhile.
        case ending(Active, notBefore: MonotonicTime, deadline: MonotonicTime, next: Active?)
    }

    private struct Active {
        var recording: Int
        /// Sound older than this stays out: without pre-event sound, the activation.
        var audioFrom: MonotonicTime
    }

    /// A recording whose pictures have ended and whose sound is still on its way.
    private struct Draining {
        var recording: Int
        var boundary: MonotonicTime
        var tracks: Set<Int>
        var deadline: MonotonicTime
    }

    /// What could not be handed on while the writer was behind.
    private struct Shed {
        var since: MonotonicTime
        var pictures: Int
    }

    /// How long a recording waits for a key picture to end at.
    static let longestEnding = Duration.seconds(2)
    /// How long sound may be late behind the picture.
    static let longestDrain = Duration.milliseconds(500)

    private let name: String
    private let limits: PreEventLimits
    private let tracks: Int
    private var state = State.standby
    private var draining: Draining?
    private var ring: PreEventRing
    private var output: Deque<ChannelOutput> = []
    private var outputCost = 0
    private var shed: Shed?
    /// Why the camera gives nothing now; `nil` while it does.
    private var pictureLost: RecordEvent?
    /// Since when a key picture is wanted; `nil` while none is.
    private var keyWantedSince: MonotonicTime?

    package init(name: String, limits: PreEventLimits, tracks: Int) {
        self.name = name
        self.limits = limits
        self.tracks = tracks
        ring = PreEventRing(limits: limits)
    }

    /// The recording that media go to now.
    package var current: Int? {
        switch state {
        case .standby: nil
        case .recording(let active), .ending(let active, _, _, nil): active.recording
        case .ending(_, _, _, .some(let next)): next.recording
        }
    }

    /// How long the pre-event buffer's pictures last.
    package var held: Duration { ring.held }

    /// Whether everything handed out has been taken and no recording is open.
    package var isIdle: Bool {
        output.isEmpty && draining == nil && current == nil
    }

    // MARK: - Media

    package mutating func accept(video packet: EncodedPacket) {
        switch state {
        case .standby:
            ring.append(.video(packet))
        case .recording(let active):
            hand(.video(packet), to: active.recording)
        case .ending(let active, let notBefore, _, let next):
            if packet.isKey, packet.time >= notBefore {
                end(active, at: packet.time, next: next)
                accept(video: packet)
            } else {
                hand(.video(packet), to: active.recording)
            }
        }
    }

    package mutating func accept(audio packet: EncodedPacket, track: Int) {
        if var old = draining {
            if packet.time < old.boundary {
                hand(.audio(track: track, packet), to: old.recording)
                return
            }
            old.tracks.remove(track)
            draining = old
            if old.tracks.isEmpty { closeDraining() }
        }
        switch state {
        case .standby:
            if limits.audio { ring.append(.audio(track: track, packet)) }
        case .recording(let active), .ending(let active, _, _, _):
            guard packet.time >= active.audioFrom else { return }
            hand(.audio(track: track, packet), to: active.recording)
        }
    }

    package mutating func accept(_ event: RecordEvent) {
        if event.kind == .pictureLost { pictureLost = event }
        if event.kind == .pictureGap { pictureLost = nil }
        switch state {
        case .standby: ring.append(.event(event))
        case .recording(let active), .ending(let active, _, _, _): hand(.event(event), to: active.recording)
        }
    }

    // MARK: - Recordings

    /// Starts a recording with what the pre-event buffer holds; with nothing, right behind one that is about to end.
    ///
    /// While one runs, that one goes on and nothing else happens.
    package mutating func activate(recording: Int, at time: MonotonicTime) {
        switch state {
        case .recording, .ending(_, _, _, .some):
            break
        case .ending(let active, let notBefore, let deadline, nil):
            state = .ending(
                active, notBefore: notBefore, deadline: deadline, next: Active(recording: recording, audioFrom: time))
        case .standby:
            begin(recording: recording, at: time)
        }
    }

    private mutating func begin(recording: Int, at time: MonotonicTime) {
        let (items, start, shortfall) = ring.take(leaving: .previousRecording)
        let delivered = start.map { max(.zero, time - $0) } ?? .zero
        state = .recording(Active(recording: recording, audioFrom: limits.audio ? start ?? time : time))
        put(
            ChannelOutput(
                recording: recording,
                .begin(
                    PreEventDelivery(
                        channel: name, configured: limits.duration.seconds, delivered: delivered.seconds,
                        shortfall: delivered >= limits.duration ? nil : shortfall, audio: limits.audio, start: start))))
        for item in items { put(ChannelOutput(recording: recording, .item(item))) }
        if let pictureLost, !items.contains(.event(pictureLost)) {
            put(ChannelOutput(recording: recording, .item(.event(pictureLost))))
        }
    }

    /// Ends the recording at the next key picture.
    package mutating func deactivate(at time: MonotonicTime) {
        guard case .recording(let active) = state else { return }
        state = .ending(active, notBefore: time, deadline: time + Self.longestEnding, next: nil)
        keyWantedSince = time
    }

    /// Whether a picture of this time is to be a key picture, asked once for each picture that is coded.
    ///
    /// A picture from before the request, which is coded after it, does not answer it: nothing could end there.
    package mutating func takeKeyRequest(at time: MonotonicTime) -> Bool {
        guard let since = keyWantedSince, time >= since else { return false }
        keyWantedSince = nil
        return true
    }

    /// Ends what waited too long for a key picture, or for late sound.
    package mutating func tick(_ now: MonotonicTime) {
        if case .ending(let active, _, let deadline, let next) = state, now >= deadline {
            end(active, at: now, next: next)
        }
        if let old = draining, now >= old.deadline { closeDraining() }
    }

    /// Ends everything at once, for a shutdown.
    package mutating func finish(at now: MonotonicTime) {
        switch state {
        case .standby: break
        case .recording(let active), .ending(let active, _, _, _): end(active, at: now, next: nil)
        }
        closeDraining()
    }

    private mutating func end(_ active: Active, at boundary: MonotonicTime, next: Active?) {
        closeDraining()
        state = .standby
        keyWantedSince = nil
        if let missing = shed {
            put(gap(missing, until: boundary, recording: active.recording))
            shed = nil
        }
        draining = Draining(
            recording: active.recording, boundary: boundary, tracks: Set(0..<tracks),
            deadline: boundary + Self.longestDrain)
        if tracks == 0 { closeDraining() }
        if let next { begin(recording: next.recording, at: boundary) }
    }

    private mutating func closeDraining() {
        guard let old = draining else { return }
        draining = nil
        put(ChannelOutput(recording: old.recording, .end))
    }

    // MARK: - Output

    /// Takes all that waits for the writer.
    package mutating func takeOutput() -> [ChannelOutput] {
        defer {
            output.removeAll()
            outputCost = 0
        }
        return Array(output)
    }

    /// Hands on, or sheds whole groups of pictures while the writer is so far behind that memory would run out.
    private mutating func hand(_ item: TimelineItem, to recording: Int) {
        let limit = limits.bytes + limits.bytes / 4
        if let missing = shed {
            guard case .video(let packet) = item else {
                if case .event = item { put(ChannelOutput(recording: recording, .item(item))) }
                return
            }
            guard packet.isKey, outputCost < limit / 2 else {
                shed?.pictures += 1
                return
            }
            put(gap(missing, until: packet.time, recording: recording))
            shed = nil
        } else if outputCost + item.cost > limit, case .video(let packet) = item {
            shed = Shed(since: packet.time, pictures: 1)
            return
        }
        put(ChannelOutput(recording: recording, .item(item)))
    }

    private func gap(_ missing: Shed, until end: MonotonicTime, recording: Int) -> ChannelOutput {
        ChannelOutput(
            recording: recording,
            .item(
                .event(
                    RecordEvent(
                        .storageGap, at: missing.since, until: end, count: missing.pictures,
                        cause: "storage too slow: the memory set aside for it was full"))))
    }

    private mutating func put(_ entry: ChannelOutput) {
        output.append(entry)
        outputCost += entry.cost
    }
}
