import CameraModel
import Simulation
import Synchronization

/// A JPEG camera of 25 fps, or what it is made as, that does what it is told step by step, over all times it is opened, on a virtual clock.
final class ScriptedCamera: Camera {
    enum Step: Hashable, Sendable {
        case frames(Int)
        /// Frames that the driver counted and nobody got.
        case lost(Int)
        case damaged
        case cutOff
        case fail(CaptureError)
        /// Nothing comes any more.
        case stall
        /// It cannot be opened before this time since the start.
        case absent(until: Duration)
        /// From here on, so many frames a second.
        case rate(Int)
    }

    private struct State {
        var steps: [Step]
        var opened: [MonotonicTime] = []
        var number = 0
        var interval: Duration
    }

    let identity = "card \"Test\""
    let clock: VirtualClock
    private let granted: UInt32
    private let h264: (@Sendable (Int) -> [UInt8])?
    private let state: Mutex<State>

    init(_ steps: [Step], clock: VirtualClock, rate: UInt32 = 25, h264: (@Sendable (Int) -> [UInt8])? = nil) {
        self.clock = clock
        self.h264 = h264
        granted = rate
        state = Mutex(State(steps: steps, interval: .seconds(1) / Int(rate)))
    }

    var opened: [MonotonicTime] { state.withLock { $0.opened } }

    func inspect() throws(CaptureError) -> Negotiation {
        guard let rate = FrameRate(frames: granted, seconds: 1) else { throw .modeUnavailable("no rate") }
        let mode = VideoMode(coding: h264 == nil ? .mjpeg : .h264, width: 640, height: 480, rate: rate)
        return Negotiation(asked: mode, granted: mode, device: "Test on test-0", remarks: ["a remark"])
    }

    func open() throws(CaptureError) -> any VideoSource {
        let now = clock.now
        let isAbsent = state.withLock { state in
            state.opened.append(now)
            guard case .absent(let until) = state.steps.first else { return false }
            if now - clock.start < until { return true }
            state.steps.removeFirst()
            return false
        }
        if isAbsent { throw .notFound(identity: identity) }
        return Source(self, try inspect())
    }

    fileprivate func nextStep() -> Step? {
        state.withLock { state in
            while case .rate(let rate) = state.steps.first {
                state.interval = .seconds(1) / rate
                state.steps.removeFirst()
            }
            guard let step = state.steps.first else { return nil }
            if case .frames(let count) = step, count > 1 {
                state.steps[0] = .frames(count - 1)
            } else if step != .stall {
                state.steps.removeFirst()
            }
            return step
        }
    }

    fileprivate func nextNumber() -> (number: Int, interval: Duration) {
        state.withLock { state in
            state.number += 1
            return (state.number - 1, state.interval)
        }
    }

    private final class Source: VideoSource {
        let negotiation: Negotiation
        var format: VideoFormat { VideoFormat(mode: negotiation.granted, bytesPerRow: 0) }
        let nextEvent: MonotonicTime? = nil
        private let camera: ScriptedCamera
        private var sequence: UInt32 = 0

        init(_ camera: ScriptedCamera, _ negotiation: Negotiation) {
            self.camera = camera
            self.negotiation = negotiation
        }

        func withNextFrame(
            timeout: Duration, _ body: (FrameStamp, RawSpan) -> Void
        ) throws(CaptureError) -> FrameOutcome {
            var isCutOff = false
            var isDamaged = false
            while true {
                let step = camera.nextStep()
                switch step {
                case .frames: break
                case .lost(let count):
                    sequence += UInt32(count)
                    for _ in 0..<count {
                        camera.clock.wait(until: camera.clock.now + camera.nextNumber().interval) { false }
                    }
                    continue
                case .damaged: isDamaged = true
                case .cutOff: isCutOff = true
                case .fail(let error): throw error
                case .absent: throw .disconnected
                case .rate: continue
                case .stall, nil:
                    camera.clock.wait(until: camera.clock.now + timeout, unless: { false })
                    throw .timedOut
                }
                break
            }
            let (number, interval) = camera.nextNumber()
            camera.clock.wait(until: camera.clock.now + interval, unless: { false })
            let now = camera.clock.now
            let stamp = FrameStamp(sequence: sequence, driverTime: now - .milliseconds(5), received: now)
            sequence += 1
            if isDamaged { return .damaged(stamp) }
            let jpeg = [0xFF, 0xD8] + Media.bytes(number, size: 8) + (isCutOff ? [7, 7] : [0xFF, 0xD9])
            let picture = camera.h264?(number) ?? jpeg
            picture.withUnsafeBytes { body(stamp, $0.bytes) }
            return .delivered
        }
    }
}
