package import CameraModel
package import Evidence

/// One camera and its microphones: whether their media go into the pre-event buffer or to the writer.
///
/// A value without clock or I/O. No picture is ever in two recordings, nor in none: a recording ends right before a key
/// picture, and the pre-event buffer goes on with that picture.
///
/// ```
///           activate                 deactivate                key picture, or 2 s
/// standby ────────────▶ recording ────────────▶ ending ────────────────────────────▶ standby
///                           ▲                    ▲ │            (the sound of the last
///                           └────────────────────┴─┘             moment drains after it)
///              activated again meanwhile: the next recording begins with that key picture,
///              and ends with the one after, if it has been deactivated meanwhile too
/// ```
package struct ChannelTimeline: Sendable {
    private enum State {
        /// Filling the pre-event buffer.
        case standby
        /// Leads to `ending`.
        case recording(Active)
        /// Asked to end; goes on until a key picture from `notBefore` on, or `deadline`.
        case ending(Active, notBefore: MonotonicTime, deadline: MonotonicTime)
    }

    private struct Active {
        var recording: Int
        /// Sound older than this stays out: without pre-event sound, the activation.
        var audioFrom: MonotonicTime
    }

    /// A recording that has been asked for while the one before ends.
    private struct Next {
        var recording: Int
        /// Whether it has been told to end, too.
        var isDeactivated = false
    }

    /// A recording whose pictures have ended and whose sound is still on its way.
    private struct Draining {
        var active: Active
        var boundary: MonotonicTime
        var tracks: Set<Int>
        var deadline: MonotonicTime
    }

    /// How long a recording waits for a key picture to end at.
    static let longestEnding = Duration.seconds(2)
    /// How long sound may be late behind the picture.
    static let longestDrain = Duration.milliseconds(500)

    private let name: String
    private let limits: PreEventLimits
    private let tracks: Int
    private var arrival: SoundArrival
    private var state = State.standby
    /// Asked for while another ends, in order; only the last may be without its end.
    private var waiting: [Next] = []
    /// In order; more than one only when recordings follow on each other faster than sound arrives.
    private var draining: [Draining] = []
    private var ring: PreEventRing
    private var backlog: WriterBacklog
    /// Why the camera gives nothing now; `nil` while it does.
    private var pictureLost: RecordEvent?
    /// Whether the pre-event buffer stands still.
    private var isPaused = false
    /// Since when a key picture is wanted; `nil` while none is.
    private var keyWantedSince: MonotonicTime?

    /// Begins in standby.
    ///
    /// - Parameters:
    ///   - name: The channel's.
    ///   - limits: Of the pre-event buffer.
    ///   - microphones: In the order of their tracks.
    package init(name: String, limits: PreEventLimits, microphones: [String]) {
        self.name = name
        self.limits = limits
        tracks = microphones.count
        arrival = SoundArrival(microphones: microphones)
        ring = PreEventRing(limits: limits)
        // The writer gets what the ring held at once, and some more while it works that off.
        backlog = WriterBacklog(limit: limits.bytes + limits.bytes / 4)
    }

    /// The recording that media go to now.
    package var current: Int? {
        switch state {
        case .standby: nil
        case .recording(let active), .ending(let active, _, _): active.recording
        }
    }

    /// How long the pre-event buffer's pictures last.
    package var held: Duration { ring.held }

    /// Whether everything handed out has been taken and no recording is open.
    package var isIdle: Bool {
        backlog.isEmpty && draining.isEmpty && current == nil
    }

    // MARK: - Media

    package mutating func accept(video packet: EncodedPacket) {
        switch state {
        case .standby:
            if !isPaused { ring.append(.video(packet)) }
        case .recording(let active):
            backlog.hand(.video(packet), to: active.recording)
        case .ending(let active, let notBefore, _):
            if packet.isKey, packet.time >= notBefore {
                end(active, at: packet.time)
                accept(video: packet)
            } else {
                backlog.hand(.video(packet), to: active.recording)
            }
        }
    }

    package mutating func accept(audio packet: EncodedPacket, track: Int) {
        arrival.take(packet.time, track: track)
        for place in draining.indices {
            let old = draining[place]
            if packet.time < old.boundary {
                guard packet.time >= old.active.audioFrom else { return }
                backlog.hand(.audio(track: track, packet), to: old.active.recording)
                return
            }
            draining[place].tracks.remove(track)
        }
        closeDraining { $0.tracks.isEmpty }
        switch state {
        case .standby:
            if limits.audio, !isPaused { ring.append(.audio(track: track, packet)) }
        case .recording(let active), .ending(let active, _, _):
            guard packet.time >= active.audioFrom else { return }
            backlog.hand(.audio(track: track, packet), to: active.recording)
        }
    }

    package mutating func accept(_ event: RecordEvent) {
        if event.kind == .pictureLost { pictureLost = event }
        if event.kind == .pictureGap { pictureLost = nil }
        switch state {
        case .standby: ring.append(.event(event))
        case .recording(let active), .ending(let active, _, _): backlog.hand(.event(event), to: active.recording)
        }
    }

    // MARK: - Recordings

    /// Starts a recording with what the pre-event buffer holds; with nothing, right behind one that is about to end.
    ///
    /// While one runs, that one goes on and nothing else happens.
    package mutating func activate(recording: Int, at time: MonotonicTime) {
        switch state {
        case .recording:
            break
        case .ending:
            guard waiting.last?.isDeactivated ?? true else { return }
            waiting.append(Next(recording: recording))
        case .standby:
            begin(recording: recording, at: time)
        }
    }

    private mutating func begin(recording: Int, at time: MonotonicTime) {
        // The ring's own clock is the pictures: with a camera that went away it would stand still.
        ring.expire(at: time)
        let (items, start, shortfall) = ring.take(leaving: .previousRecording)
        let delivered = start.map { max(.zero, time - $0) } ?? .zero
        state = .recording(Active(recording: recording, audioFrom: limits.audio ? start ?? time : time))
        backlog.put(
            ChannelOutput(
                recording: recording,
                .begin(
                    PreEventDelivery(
                        channel: name, configured: limits.duration.seconds, delivered: delivered.seconds,
                        shortfall: delivered >= limits.duration ? nil : shortfall, audio: limits.audio, start: start))))
        for item in items { backlog.put(ChannelOutput(recording: recording, .item(item))) }
        if let pictureLost, !items.contains(.event(pictureLost)) {
            backlog.put(ChannelOutput(recording: recording, .item(.event(pictureLost))))
        }
    }

    /// Ends the recording at the next key picture.
    package mutating func deactivate(at time: MonotonicTime) {
        switch state {
        case .standby:
            break
        case .recording(let active):
            state = .ending(active, notBefore: time, deadline: time + Self.longestEnding)
            keyWantedSince = time
        case .ending:
            guard let last = waiting.indices.last else { return }
            waiting[last].isDeactivated = true
        }
    }

    /// Empties the pre-event buffer and lets it stand still (clause D.3.a); a recording that ends meanwhile keeps its own.
    package mutating func pausePreEvent() {
        isPaused = true
        ring.clear(leaving: .privacy)
    }

    /// Lets the pre-event buffer fill again, from the next key picture on.
    package mutating func resumePreEvent() {
        isPaused = false
    }

    /// Whether a picture of this time is to be a key picture, asked once for each picture that is coded.
    ///
    /// A picture from before the request, which is coded after it, does not answer it: nothing could end there.
    package mutating func takeKeyRequest(at time: MonotonicTime) -> Bool {
        guard let since = keyWantedSince, time >= since else { return false }
        keyWantedSince = nil
        return true
    }

    /// Ends what waited too long for a key picture, or for late sound, and forgets what is too old.
    package mutating func tick(_ now: MonotonicTime) {
        if case .ending(let active, _, let deadline) = state, now >= deadline { end(active, at: now) }
        if case .standby = state { ring.expire(at: now) }
        closeDraining { now >= $0.deadline }
    }

    /// Ends everything at once, for a shutdown.
    package mutating func finish(at now: MonotonicTime) {
        loop: while true {
            switch state {
            case .standby: break loop
            case .recording(let active), .ending(let active, _, _): end(active, at: now)
            }
        }
        // Sound is always a moment behind the picture; only what is more than that is missing.
        closeDraining(tolerance: Self.longestDrain) { _ in true }
    }

    /// Ends a recording right before `boundary`, and begins the next one there if it has been asked for.
    private mutating func end(_ active: Active, at boundary: MonotonicTime) {
        state = .standby
        keyWantedSince = nil
        backlog.endGap(at: boundary, of: active.recording)
        draining.append(
            Draining(
                active: active, boundary: boundary, tracks: Set(0..<tracks), deadline: boundary + Self.longestDrain))
        closeDraining { $0.tracks.isEmpty }
        guard let next = waiting.first else { return }
        waiting.removeFirst()
        begin(recording: next.recording, at: boundary)
        guard next.isDeactivated, case .recording(let active) = state else { return }
        // It has been told to end before it began: it gets the one group of pictures that begins it.
        state = .ending(
            active, notBefore: boundary + .nanoseconds(1), deadline: boundary + Self.longestEnding)
        keyWantedSince = boundary + .nanoseconds(1)
    }

    /// Closes those that are done, the oldest first, and writes down sound that has not come.
    private mutating func closeDraining(tolerance: Duration = .zero, where isDone: (Draining) -> Bool) {
        while let old = draining.first, isDone(old) {
            draining.removeFirst()
            for track in old.tracks.sorted() {
                let missing = arrival.missing(
                    track: track, from: old.active.audioFrom, until: old.boundary, tolerance: tolerance)
                guard let missing else { continue }
                backlog.put(ChannelOutput(recording: old.active.recording, .item(.event(missing))))
            }
            backlog.put(ChannelOutput(recording: old.active.recording, .end))
        }
    }

    /// Takes all that waits for the writer.
    package mutating func takeOutput() -> [ChannelOutput] {
        backlog.takeAll()
    }

    /// Whether the writer is to be woken now for what waits; `true` once only.
    mutating func takeWake() -> Bool {
        backlog.takeWake()
    }
}
