import CameraModel
import Simulation
import Synchronization

/// A microphone that does what it is told step by step, over all times it is opened, on a virtual clock.
///
/// Each sample tells its own place: ``value(at:)`` of its frame since the clock's start.
final class ScriptedMicrophone: Microphone {
    enum Step: Hashable, Sendable {
        /// This many periods of 480 frames.
        case periods(Int)
        /// These frames are lost, and said to be.
        case overrun(frames: Int64)
        /// These frames are lost without a word.
        case hole(frames: Int64)
        /// The same frames once more, as from a driver that counts too many.
        case repeated(frames: Int64)
        /// One period whose time is off by this.
        case wrongTime(Duration)
        case fail(CaptureError)
        /// Nothing comes any more.
        case stall
        /// It cannot be opened before this time since the start.
        case absent(until: Duration)
    }

    private struct State {
        var steps: [Step]
        var opened: [MonotonicTime] = []
    }

    let identity = "card \"Test\""
    let format: AudioFormat
    let clock: VirtualClock
    private let state: Mutex<State>

    init(_ steps: [Step], clock: VirtualClock, format: AudioFormat = AudioFormat(rate: 48_000, channels: 1)) {
        self.clock = clock
        self.format = format
        state = Mutex(State(steps: steps))
    }

    static func value(at frame: Int64) -> Int16 {
        Int16(frame % 30_000) + 1
    }

    /// When somebody tried.
    var opened: [MonotonicTime] { state.withLock { $0.opened } }

    func inspect() throws(CaptureError) {}

    func open() throws(CaptureError) -> any AudioSource {
        let now = clock.now
        let isAbsent = state.withLock { state in
            state.opened.append(now)
            guard case .absent(let until) = state.steps.first else { return false }
            if now - clock.start < until { return true }
            state.steps.removeFirst()
            return false
        }
        if isAbsent { throw .notFound(identity: identity) }
        return Source(self, from: format.frames(in: clock.now - clock.start))
    }

    fileprivate func nextStep() -> Step? {
        state.withLock { state in
            guard let step = state.steps.first else { return nil }
            if case .periods(let count) = step, count > 1 {
                state.steps[0] = .periods(count - 1)
            } else if step != .stall {
                state.steps.removeFirst()
            }
            return step
        }
    }

    private final class Source: AudioSource {
        let microphone: ScriptedMicrophone
        var format: AudioFormat { microphone.format }
        let device = "card Test, device 0"
        let nextEvent: MonotonicTime? = nil
        private var frame: Int64

        init(_ microphone: ScriptedMicrophone, from frame: Int64) {
            self.microphone = microphone
            self.frame = frame
        }

        private func time(_ frame: Int64) -> MonotonicTime {
            microphone.clock.start + format.duration(frames: frame)
        }

        func withNextPeriod(
            timeout: Duration, _ body: (MonotonicTime, Span<Int16>) -> Void
        ) throws(CaptureError) -> PeriodOutcome {
            let clock = microphone.clock
            var offset = Duration.zero
            switch microphone.nextStep() {
            case .periods: break
            case .wrongTime(let wrong): offset = wrong
            case .overrun(let frames):
                frame += frames
                clock.wait(until: time(frame), unless: { false })
                return .overrun
            case .hole(let frames): frame += frames
            case .repeated(let frames): frame -= frames
            case .fail(let error): throw error
            case .absent: throw .disconnected
            case .stall, nil:
                clock.wait(until: clock.now + timeout, unless: { false })
                throw .timedOut
            }
            let samples = (0..<480).flatMap { index in
                [Int16](repeating: ScriptedMicrophone.value(at: frame + Int64(index)), count: format.channels)
            }
            let begin = time(frame)
            frame += 480
            clock.wait(until: time(frame), unless: { false })
            body(begin + offset, samples.span)
            return .delivered
        }
    }
}

/// Codes sound by keeping it: blocks of 1024 frames, and all that came in.
final class KeepingEncoding: AudioEncoding {
    private let kept = Mutex<[Int16]>([])

    /// All interleaved samples.
    var samples: [Int16] { kept.withLock { $0 } }

    func makeEncoder(
        for format: AudioFormat, bitRate: Int, anchor: MonotonicTime
    ) throws(EncodingError) -> any AudioEncoder {
        Encoder(self, format: format, anchor: anchor)
    }

    private final class Encoder: AudioEncoder {
        let parameters: AudioParameters
        private let owner: KeepingEncoding
        private let anchor: MonotonicTime
        private var frames = 0
        private var blocks = 0

        init(_ owner: KeepingEncoding, format: AudioFormat, anchor: MonotonicTime) {
            self.owner = owner
            self.anchor = anchor
            parameters = AudioParameters(format: format, framesPerPacket: 1024, configuration: [0x11, 0x88])
        }

        func encode(_ samples: Span<Int16>) throws(EncodingError) -> [EncodedPacket] {
            owner.kept.withLock { kept in for index in samples.indices { kept.append(samples[index]) } }
            frames += samples.count / parameters.format.channels
            var packets: [EncodedPacket] = []
            while frames >= (blocks + 1) * 1024 {
                packets.append(
                    Media.sound(blocks, at: anchor + parameters.format.duration(frames: Int64(blocks) * 1024)))
                blocks += 1
            }
            return packets
        }

        func finish() throws(EncodingError) -> [EncodedPacket] { [] }
    }
}

/// Corrects nothing, but holds some frames back as a filter does.
struct HoldingCorrecting: DriftCorrecting {
    var held = 0

    func makeCorrector(for format: AudioFormat) throws(EncodingError) -> any DriftCorrector {
        Corrector(held: held, channels: format.channels)
    }

    private final class Corrector: DriftCorrector {
        private let held: Int
        private let channels: Int
        private var waiting: [Int16] = []

        init(held: Int, channels: Int) {
            self.held = held
            self.channels = channels
        }

        var framesHeld: Int64 { Int64(waiting.count / channels) }

        func resample(_ samples: Span<Int16>, partsPerMillion: Double) throws(EncodingError) -> [Int16] {
            for index in samples.indices { waiting.append(samples[index]) }
            let out = Array(waiting.dropLast(held * channels))
            waiting.removeFirst(out.count)
            return out
        }
    }
}
