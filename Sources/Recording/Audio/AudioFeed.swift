package import CameraModel
import Evidence

/// Brings one microphone's sound into the channels that it belongs to: the body of the microphone's thread.
///
/// It belongs to one thread. The line of sound never breaks: while the microphone is away or was never there, silence
/// of the exact length takes its place, written down as such, and a microphone that returns joins again.
package final class AudioFeed {
    /// A channel that takes the sound, and on which of its tracks.
    package struct Destination: Sendable {
        let channel: Channel
        let track: Int

        package init(channel: Channel, track: Int) {
            self.channel = channel
            self.track = track
        }
    }

    private enum State {
        case closed(retryAt: MonotonicTime)
        /// `hasDelivered` since it was opened.
        case streaming(any AudioSource, hasDelivered: Bool)
    }

    private let name: String
    private let microphone: any Microphone
    private let destinations: [Destination]
    private let clock: any UnitClock
    private let report: Report
    private let observer: (any SoundObserver)?
    private let bitRate: Int
    private let encoding: any AudioEncoding
    private var encoder: any AudioEncoder
    private let corrector: any DriftCorrector
    private let status: AudioStatus
    private let mute: SoundMute
    /// Whether the sound given out last was muted.
    private var isMuted = false
    private var sound: SoundClock
    private var state: State
    private var isAfterLoss = true
    /// The first thing that went wrong since there was sound.
    private var lossCause: String?
    private var failure = DeviceFailure()
    private var lastDevice: String?
    private var lastDriftReport: MonotonicTime
    /// The start of silence that is not written down yet.
    private var silentSince: MonotonicTime?

    /// A device that gives nothing this long is stalled.
    static let patience = Duration.milliseconds(500)
    /// While the microphone is away, silence is made this far behind the present: what comes back is never earlier.
    static let silenceDelay = Duration.milliseconds(200)
    private static let silenceInterval = Duration.milliseconds(100)
    /// A period may wait this long with the driver while we are busy; a kernel's buffer holds less.
    private static let oldest = Duration.seconds(5)
    /// How far the driver's own inaccuracy may put a period ahead of our clock.
    private static let newest = Duration.milliseconds(20)
    private static let driftInterval = Duration.seconds(60)
    private static let longestUnwritten = Duration.seconds(1)

    /// Starts the line of sound now.
    ///
    /// - Throws: ``EncodingError`` when sound of this format cannot be coded.
    package init(
        name: String, microphone: any Microphone, bitRate: Int, encoding: any AudioEncoding,
        correcting: any DriftCorrecting, destinations: [Destination], status: AudioStatus,
        mute: SoundMute = SoundMute(), clock: any UnitClock, report: @escaping Report,
        observer: (any SoundObserver)? = nil
    ) throws(EncodingError) {
        self.name = name
        self.microphone = microphone
        self.destinations = destinations
        self.status = status
        self.mute = mute
        self.clock = clock
        self.report = report
        self.observer = observer
        self.bitRate = bitRate
        self.encoding = encoding
        let anchor = clock.now
        encoder = try encoding.makeEncoder(for: microphone.format, bitRate: bitRate, anchor: anchor)
        corrector = try correcting.makeCorrector(for: microphone.format)
        sound = SoundClock(format: microphone.format, anchor: anchor)
        state = .closed(retryAt: anchor)
        lastDriftReport = anchor
    }

    /// When ``step(unless:)`` has something to do, for a virtual clock; `nil` where only the device knows.
    package var nextEvent: MonotonicTime? {
        switch state {
        case .closed(let retryAt): min(retryAt, nextSilence)
        case .streaming(let source, _): source.nextEvent
        }
    }

    /// Takes one period; or tries once to open the microphone; or makes the silence that stands for it.
    package func step(unless stopped: () -> Bool) {
        switch state {
        case .closed(let retryAt):
            clock.wait(until: min(retryAt, nextSilence), unless: stopped)
            if stopped() { return }
            if clock.now >= retryAt { open() }
            if case .closed = state { fillWithSilence() }
        case .streaming(let source, let hasDelivered):
            takePeriod(from: source, hasDelivered: hasDelivered)
        }
    }

    /// Gives out what the encoder kept back.
    ///
    /// Nothing more is to be taken after it.
    package func finish() {
        do throws(EncodingError) {
            handOut(try encoder.finish())
        } catch {
            report(.warning("microphone \(name): the encoder's last sound: \(error)"))
        }
    }

    private var nextSilence: MonotonicTime {
        sound.position + Self.silenceDelay + Self.silenceInterval
    }

    // MARK: - Opening

    private func open() {
        do throws(CaptureError) {
            let source = try microphone.open()
            state = .streaming(source, hasDelivered: false)
            isAfterLoss = true
            observer?.microphone(.opened(device: source.device), at: clock.now)
            // Said once, for one that opens and gives nothing is opened again every second.
            if source.device != lastDevice { report(.info("microphone \(name): \(source.device)")) }
            lastDevice = source.device
            status.update {
                $0.isPresent = true
                $0.problem = nil
            }
        } catch {
            fail(error, retryAt: clock.now + VideoFeed.retryInterval)
        }
    }

    private func fail(_ error: CaptureError, retryAt: MonotonicTime) {
        let reason = "\(error)"
        if let news = failure.take(error) { report(.error("microphone \(name): \(news); trying again every second")) }
        lossCause = lossCause ?? reason
        isAfterLoss = true
        state = .closed(retryAt: retryAt)
        observer?.microphone(.failed(error), at: clock.now)
        status.update {
            $0.isPresent = false
            $0.problem = reason
        }
    }

    // MARK: - Sound

    private func takePeriod(from source: any AudioSource, hasDelivered: Bool) {
        do throws(CaptureError) {
            let outcome = try source.withNextPeriod(timeout: Self.patience) { time, samples in
                let time = believable(time, frames: samples.count / microphone.format.channels)
                take(samples, at: time)
                observer?.take(samples, format: microphone.format, at: time)
            }
            if outcome == .delivered, !hasDelivered {
                if failure.reason != nil { report(.info("microphone \(name): \(source.device): sound again")) }
                failure.end()
                state = .streaming(source, hasDelivered: true)
            }
            if outcome == .overrun {
                isAfterLoss = true
                lossCause = lossCause ?? "overrun: the sound was not fetched in time"
                report(.warning("microphone \(name): overrun"))
                observer?.microphone(.overrun, at: clock.now)
            }
        } catch {
            // One that worked may be back at once; one that never did is not asked without a pause.
            fail(error, retryAt: hasDelivered ? clock.now : clock.now + VideoFeed.retryInterval)
        }
    }

    /// The driver's time for a period, unless it cannot be: sound is neither from the future nor from long ago.
    private func believable(_ time: MonotonicTime, frames: Int) -> MonotonicTime {
        let now = clock.now
        let age = now - time
        guard age >= .zero - Self.newest, age <= Self.oldest else {
            return now - microphone.format.duration(frames: Int64(frames))
        }
        return time
    }

    private func take(_ samples: Span<Int16>, at time: MonotonicTime) {
        let channels = microphone.format.channels
        let frames = Int64(samples.count / channels)
        beginAnew(at: time)
        let before = sound.position
        let decision = sound.take(
            time: time, frames: frames, held: corrector.framesHeld, isAfterLoss: isAfterLoss)
        if decision.silence > 0 { put(silence: decision.silence, partsPerMillion: 0) }
        if let start = silentSince ?? (decision.silence > 0 ? before : nil) {
            note(silenceSince: start, cause: lossCause ?? "sound is missing")
            silentSince = nil
            status.update { $0.gaps += 1 }
        }
        isAfterLoss = false
        lossCause = nil
        let surplus = Int(decision.discard)
        if surplus > 0 {
            note(RecordEvent(.soundDropped, at: time, count: surplus, device: name, cause: "more sound than time"))
        }
        let heard = samples.extracting(droppingFirst: surplus * channels)
        if followMute(at: time) {
            put(silence: Int64(heard.count / channels), partsPerMillion: decision.partsPerMillion)
        } else {
            put(heard, partsPerMillion: decision.partsPerMillion)
        }
        if time - lastDriftReport >= Self.driftInterval, let drift = sound.drift.partsPerMillion {
            lastDriftReport = time
            note(RecordEvent(.drift, at: time, device: name, partsPerMillion: (drift * 10).rounded() / 10))
        }
        status.update {
            $0.driftPartsPerMillion = sound.drift.partsPerMillion
            $0.peak = samples.peak
        }
    }

    /// Begins the line of sound with the first sound, not with silence for the moment that the microphone took to start.
    private func beginAnew(at time: MonotonicTime) {
        guard sound.framesOut == 0, corrector.framesHeld == 0, time > sound.position else { return }
        do throws(EncodingError) {
            encoder = try encoding.makeEncoder(for: microphone.format, bitRate: bitRate, anchor: time)
            sound = SoundClock(format: microphone.format, anchor: time)
        } catch {
            report(.warning("microphone \(name): \(error); silence stands for the moment of its start"))
        }
    }

    private func fillWithSilence() {
        let frames = sound.silence(until: clock.now - Self.silenceDelay)
        guard frames > 0 else { return }
        let start = silentSince ?? sound.position
        put(silence: frames, partsPerMillion: 0)
        silentSince = start
        // In parts, so that a recording which begins or ends meanwhile has its own.
        guard sound.position - start >= Self.longestUnwritten else { return }
        note(silenceSince: start, cause: lossCause ?? "not there yet")
        silentSince = sound.position
    }

    /// Whether the sound from `time` on is muted; a change is written down.
    private func followMute(at time: MonotonicTime) -> Bool {
        // The period that began before the press goes in whole.
        let shouldMute = mute.since.map { time >= $0 } ?? false
        if shouldMute != isMuted {
            isMuted = shouldMute
            note(RecordEvent(shouldMute ? .soundMuted : .soundUnmuted, at: time, device: name))
        }
        return isMuted
    }

    /// Silence in pieces, so that a long absence needs no large memory.
    private func put(silence frames: Int64, partsPerMillion: Double) {
        let piece = [Int16](repeating: 0, count: 4096 * microphone.format.channels)
        var left = frames
        while left > 0 {
            let count = min(left, 4096)
            put(
                piece.span.extracting(first: Int(count) * microphone.format.channels),
                partsPerMillion: partsPerMillion)
            left -= count
        }
    }

    private func put(_ samples: Span<Int16>, partsPerMillion: Double) {
        do throws(EncodingError) {
            let corrected = try corrector.resample(samples, partsPerMillion: partsPerMillion)
            let packets = try encoder.encode(corrected.span)
            // What the encoder did not take is missing, and silence will stand for it.
            sound.put(frames: Int64(corrected.count / microphone.format.channels))
            handOut(packets)
        } catch {
            report(.error("microphone \(name): \(error)"))
        }
    }

    private func handOut(_ packets: [EncodedPacket]) {
        for destination in destinations {
            destination.channel.accept(audio: packets, track: destination.track)
        }
    }

    // MARK: - Notes

    private func note(silenceSince start: MonotonicTime, cause: String) {
        let length = sound.position - start
        // All of it has been written down in parts.
        guard length > .zero else { return }
        status.update { $0.gapSeconds += length.seconds }
        let frames = Int(microphone.format.frames(in: length))
        note(RecordEvent(.soundGap, at: start, until: sound.position, count: frames, device: name, cause: cause))
    }

    private func note(_ event: RecordEvent) {
        for destination in destinations { destination.channel.accept(event) }
    }
}

extension Span<Int16> {
    /// The largest magnitude.
    fileprivate var peak: Int {
        var peak = 0
        for index in indices { peak = Swift.max(peak, abs(Int(self[index]))) }
        return peak
    }
}
