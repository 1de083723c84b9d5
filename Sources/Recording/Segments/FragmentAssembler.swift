import CameraModel
import Evidence

/// Cuts a recording's media into segments and fragments.
///
/// A value without clock or I/O: the same items give the same steps. A fragment is one closed group of pictures of
/// about a second with the sound that has come by then; sound is never waited for. A segment starts with a key picture;
/// sound that belongs before that picture and comes after it goes into the segment before, which stays open for it
/// until the new one's first fragment is due.
package struct FragmentAssembler: Sendable {
    private let segmentDuration: Duration
    private let audio: [AudioTrack]
    private var current: OpenSegment?
    /// The segment before, waiting for its last sound.
    private var closing: OpenSegment?
    /// Pictures after this do not follow on those before: the next key picture opens a segment.
    private var isBroken = false
    private var nextNumber = 0
    private var events: [RecordEvent] = []
    /// Sound that came before the first picture, for each microphone.
    private var early: [[EncodedPacket]]
    /// Pictures that no key picture came before, and that are said to be missing when one comes.
    private var undecodable: RecordEvent?

    /// A group of pictures this long closes a fragment.
    ///
    /// A little below the key interval, so that a camera's jitter does not put two groups into one.
    static let shortestFragment = Duration.milliseconds(950)
    /// Without a key picture, and for sound alone, a fragment is closed after this long all the same.
    static let longestFragment = Duration.milliseconds(1300)
    /// With pictures in it, sound alone closes a fragment no sooner.
    static let longestWithPictures = Duration.seconds(2)

    /// Begins a recording's channel.
    ///
    /// - Parameters:
    ///   - segmentDuration: A segment ends at the first key picture after this long.
    ///   - audio: The microphones' tracks.
    package init(segmentDuration: Duration, audio: [AudioTrack]) {
        self.segmentDuration = segmentDuration
        self.audio = audio
        early = audio.map { _ in [] }
    }

    /// Takes the next item.
    package mutating func take(_ item: TimelineItem) -> [AssemblerStep] {
        switch item {
        case .video(let packet): take(video: packet)
        case .audio(let track, let packet): take(audio: packet, track: track)
        case .event(let event): take(event)
        }
    }

    /// Ends the recording: everything that waits comes out.
    package mutating func close() -> [AssemblerStep] {
        var steps: [AssemblerStep] = []
        noteUndecodable(until: nil)
        if current == nil { openForSoundAlone() }
        steps += finishClosing()
        steps += cut(end: nil)
        if let number = current?.number { steps.append(.finish(segment: number)) }
        current = nil
        if !events.isEmpty { steps.append(.remaining(events)) }
        events = []
        return steps
    }

    // MARK: - Pictures

    private mutating func take(video packet: EncodedPacket) -> [AssemblerStep] {
        var steps: [AssemblerStep] = []
        if packet.isKey, startsSegment(packet) {
            steps = open(with: packet)
        } else if !isBroken, let first = current?.pictures.first {
            let length = packet.time - first.time
            if packet.isKey, length >= Self.shortestFragment {
                steps = cut(end: packet.time)
            } else if length >= Self.longestFragment {
                // Where a key picture came too early to close the fragment, the next one begins with it all the same.
                steps = cut(end: packet.time, keeping: current?.picturesFromLastKey ?? 0)
            }
        }
        guard current?.video != nil, !isBroken else {
            var missing =
                undecodable
                ?? RecordEvent(
                    .framesDamaged, at: packet.time, count: 0, cause: "the key picture that they build on is missing")
            missing.count = (missing.count ?? 0) + 1
            undecodable = missing
            return steps
        }
        current?.pictures.append(packet)
        return steps
    }

    private mutating func noteUndecodable(until key: MonotonicTime?) {
        guard var missing = undecodable else { return }
        undecodable = nil
        missing.until = key
        events.append(missing)
    }

    private func startsSegment(_ packet: EncodedPacket) -> Bool {
        guard let current, current.video != nil, !isBroken else { return true }
        return packet.parameters != current.video
            || packet.time - current.origin >= segmentDuration - .milliseconds(50)
    }

    private mutating func open(with packet: EncodedPacket) -> [AssemblerStep] {
        var steps: [AssemblerStep] = []
        noteUndecodable(until: packet.time)
        if current == nil {
            let sound = early.compactMap { $0.first?.time }.min()
            current = newSegment(origin: min(packet.time, sound ?? packet.time), video: packet.parameters)
            current?.sound = early
            early = audio.map { _ in [] }
        } else {
            let follows = !isBroken && current?.video != nil
            steps = openNext(at: packet.time, video: packet.parameters, lastEnd: follows ? packet.time : nil)
        }
        isBroken = false
        return steps
    }

    /// Opens a segment behind the current one, which stays for its last sound.
    private mutating func openNext(
        at origin: MonotonicTime, video: VideoParameters?, lastEnd: MonotonicTime?
    ) -> [AssemblerStep] {
        var steps = cut(end: lastEnd, soundBefore: origin)
        closing = current
        current = newSegment(origin: origin, video: video)
        current?.sound = closing?.sound ?? early
        closing?.sound = audio.map { _ in [] }
        for track in audio.indices where current?.sound[track].isEmpty == false { closing?.reachedNext.insert(track) }
        if closing?.reachedNext.count == audio.count { steps += finishClosing() }
        return steps
    }

    // MARK: - Sound

    private mutating func take(audio packet: EncodedPacket, track: Int) -> [AssemblerStep] {
        guard let segment = current else {
            early[track].append(packet)
            guard let first = early[track].first, packet.time - first.time >= Self.longestFragment else { return [] }
            openForSoundAlone()
            return cut(end: nil)
        }
        if packet.time < segment.origin {
            if let closing, packet.time >= closing.origin {
                self.closing?.sound[track].append(packet)
            } else {
                // Put where it does not belong, it would move all the sound behind it.
                events.append(
                    RecordEvent(
                        .soundDropped, at: packet.time, count: audio[track].parameters.framesPerPacket,
                        device: audio[track].name, cause: "it came after its segment was complete"))
            }
            return []
        }
        var steps: [AssemblerStep] = []
        let hasNoPicture = isBroken || segment.video == nil
        if hasNoPicture, packet.time - segment.origin >= segmentDuration {
            steps = openNext(at: packet.time, video: nil, lastEnd: nil)
        }
        current?.sound[track].append(packet)
        if closing != nil {
            closing?.reachedNext.insert(track)
            if closing?.reachedNext.count == audio.count {
                steps += finishClosing()
                // Its pictures have waited only for that sound.
                if isBroken { steps += cut(end: nil) }
            }
        }
        if isOverdue(track, at: packet.time) { steps += cut(end: nil, keeping: isBroken ? 0 : 1) }
        return steps
    }

    /// Whether no picture has closed a fragment for so long that the sound does not wait for it.
    ///
    /// Pictures that are on their way are left more time: coded late, their key picture comes late behind the sound, and
    /// a fragment without it would not begin with one. A camera that gives nothing more is told by an event.
    private func isOverdue(_ track: Int, at time: MonotonicTime) -> Bool {
        guard let oldest = current?.sound[track].first, time - oldest.time >= Self.longestFragment else { return false }
        guard !isBroken, let picture = current?.pictures.first else { return true }
        return time - picture.time >= Self.longestWithPictures
    }

    /// With no picture at all, the sound gets a segment of its own.
    private mutating func openForSoundAlone() {
        guard let origin = early.map({ $0.first?.time }).compactMap(\.self).min() else { return }
        var segment = newSegment(origin: origin, video: nil)
        segment.sound = early
        early = audio.map { _ in [] }
        current = segment
    }

    // MARK: - Events

    private mutating func take(_ event: RecordEvent) -> [AssemblerStep] {
        var steps: [AssemblerStep] = []
        switch event.kind {
        case .pictureLost:
            isBroken = true
            if closing == nil { steps = cut(end: nil) }
        case .storageGap:
            // Sound has a hole here too, which no track can hold: whatever comes next begins a segment.
            steps = cut(end: nil)
            if let number = current?.number { steps.append(.finish(segment: number)) }
            current = nil
        case .pictureGap:
            isBroken = true
        case .framesLost, .framesDamaged, .timestampReplaced, .rateMismatch, .formatChanged, .soundGap, .soundDropped,
            .soundMuted, .soundUnmuted, .drift, .clockStep, .segmentAbandoned, .note:
            break
        }
        events.append(event)
        return steps
    }

    // MARK: - Cutting

    private mutating func newSegment(origin: MonotonicTime, video: VideoParameters?) -> OpenSegment {
        defer { nextNumber += 1 }
        return OpenSegment(number: nextNumber, origin: origin, video: video, audio: audio)
    }

    private mutating func cut(
        end: MonotonicTime?, keeping: Int = 0, soundBefore: MonotonicTime? = nil
    ) -> [AssemblerStep] {
        var steps = finishClosing()
        if let fragment = current?.cut(
            end: end, keeping: keeping, soundBefore: soundBefore, events: &events)
        {
            steps.append(.fragment(fragment))
        }
        return steps
    }

    private mutating func finishClosing() -> [AssemblerStep] {
        guard var segment = closing else { return [] }
        closing = nil
        var steps: [AssemblerStep] = []
        // A tail of sound carries no events: those belong with the next fragment.
        var none: [RecordEvent] = []
        if let tail = segment.cut(end: nil, soundBefore: nil, events: &none) { steps.append(.fragment(tail)) }
        steps.append(.finish(segment: segment.number))
        return steps
    }
}
