package import CameraModel
import Synchronization

/// Where a running microphone leaves its levels, for the self-test and the continuous watch.
///
/// Safe from any thread. It keeps the last seconds in stretches of a tenth each; a period costs one uncontended lock and
/// one pass over its samples.
package final class SoundTap: SoundObserver {
    private struct Stretch {
        var start: MonotonicTime
        var end: MonotonicTime
        var frames: Int64 = 0
        var samples = 0
        var nonZero = 0
        var squares = 0.0
        var peak = 0
        /// Whether sound was lost between the stretch before and this one.
        var isAfterLoss = false
    }

    private struct State {
        var device: String?
        var failure: CaptureError?
        var overruns: [MonotonicTime] = []
        var stretches: [Stretch] = []
        var hasLost = true
        var format: AudioFormat?
    }

    private let state = Mutex(State())

    private static let stretch = Duration.milliseconds(100)
    /// Longer than any watch.
    private static let kept = 128

    package init() {}

    package func microphone(_ event: MicrophoneEvent, at time: MonotonicTime) {
        state.withLock { state in
            state.hasLost = true
            switch event {
            case .opened(let device): state.device = device
            case .failed(let failure): state.failure = failure
            case .overrun:
                state.overruns.append(time)
                if state.overruns.count > Self.kept { state.overruns.removeFirst() }
            }
        }
    }

    package func take(_ samples: Span<Int16>, format: AudioFormat, at time: MonotonicTime) {
        var (nonZero, squares, peak) = (0, 0, 0)
        for index in samples.indices {
            let sample = Int(samples[index])
            if sample != 0 { nonZero += 1 }
            squares += sample * sample
            peak = max(peak, abs(sample))
        }
        let frames = Int64(samples.count / max(1, format.channels))
        let sums = (nonZero, Double(squares), peak)
        let count = samples.count
        state.withLock { state in
            state.failure = nil
            if state.format != format { state.stretches = [] }
            state.format = format
            if state.hasLost || state.stretches.last.map({ time - $0.start >= Self.stretch }) ?? true {
                state.stretches.append(Stretch(start: time, end: time, isAfterLoss: state.hasLost))
                state.hasLost = false
                if state.stretches.count > Self.kept { state.stretches.removeFirst() }
            }
            let last = state.stretches.count - 1
            state.stretches[last].end = time + format.duration(frames: frames)
            state.stretches[last].frames += frames
            state.stretches[last].samples += count
            state.stretches[last].nonZero += sums.0
            state.stretches[last].squares += sums.1
            state.stretches[last].peak = max(state.stretches[last].peak, sums.2)
        }
    }

    /// When the newest sound ended; `nil` when none ever came.
    package var lastSound: MonotonicTime? {
        state.withLock { $0.stretches.last?.end }
    }

    /// What came since `begin`.
    package func measure(since begin: MonotonicTime) -> SoundMeasure {
        state.withLock { state in
            let stretches = state.stretches.filter { $0.start >= begin }
            return SoundMeasure(
                device: state.device, failure: state.failure, samples: stretches.reduce(0) { $0 + $1.samples },
                nonZero: stretches.reduce(0) { $0 + $1.nonZero }, squares: stretches.reduce(0) { $0 + $1.squares },
                peak: stretches.reduce(0) { max($0, $1.peak) },
                overruns: state.overruns.count { $0 >= begin },
                drift: state.format.flatMap { Self.drift(of: stretches, format: $0) })
        }
    }

    /// The device's count of frames against the times at which the driver says that they were captured.
    ///
    /// Only what follows on without a loss can be compared; the longest such part is.
    private static func drift(of stretches: [Stretch], format: AudioFormat) -> Duration? {
        var (first, frames) = (0, Int64(0))
        var longest = Duration.zero
        var drift: Duration?
        for (index, stretch) in stretches.enumerated() {
            if stretch.isAfterLoss, index > 0 { (first, frames) = (index, 0) }
            let elapsed = stretch.start - stretches[first].start
            if elapsed > longest {
                longest = elapsed
                drift = format.duration(frames: frames) - elapsed
            }
            frames += stretch.frames
        }
        return longest >= .seconds(1) ? drift : nil
    }
}
