import CameraModel

/// A running capture stream.
final class ALSASource: AudioSource {
    let format: AudioFormat
    /// Its name, and what it was set to where that is not what was asked.
    private(set) var device: String
    /// A real device cannot know.
    var nextEvent: MonotonicTime? { nil }

    private let pcm: PCM
    private let name: String
    private let wantedBuffer: Duration
    private var layout: PCMLayout {
        didSet { device = Self.describe(name, layout, format, wantedBuffer) }
    }
    /// One period as the hardware lays it out.
    private var bytes: [UInt8]
    /// One period as it is delivered.
    private var samples: [Int16]

    /// Takes a stream that has been started.
    init(pcm: PCM, format: AudioFormat, layout: PCMLayout, name: String, wantedBuffer: Duration) {
        self.pcm = pcm
        self.format = format
        self.layout = layout
        self.name = name
        self.wantedBuffer = wantedBuffer
        device = Self.describe(name, layout, format, wantedBuffer)
        bytes = [UInt8](repeating: 0, count: layout.periodFrames * layout.bytesPerFrame)
        samples = [Int16](repeating: 0, count: layout.periodFrames * format.channels)
    }

    private static func describe(
        _ name: String, _ layout: PCMLayout, _ format: AudioFormat, _ wantedBuffer: Duration
    ) -> String {
        "\(name), \(layout.description(delivering: format, wantedBuffer: wantedBuffer))"
    }

    func withNextPeriod(
        timeout: Duration, _ body: (MonotonicTime, Span<Int16>) -> Void
    ) throws(CaptureError) -> PeriodOutcome {
        do throws(PCMFault) {
            let deadline = try MonotonicTime.now() + timeout
            repeat {
                let (waiting, time) = try waitingFrames()
                if waiting >= layout.periodFrames {
                    let frames = try readPeriod()
                    if frames > 0 {
                        lend(frames, from: firstFrameTime(timestamp: time, waiting: waiting, format: format), to: body)
                        return .delivered
                    }
                }
            } while try pcm.wait(until: deadline)
        } catch .overrun {
            try restart()
            return .overrun
        } catch {
            throw CaptureError(error)
        }
        throw .timedOut
    }

    /// How many frames wait, and when they were counted, taken before they are read.
    private func waitingFrames() throws(PCMFault) -> (frames: Int, time: MonotonicTime) {
        if layout.clock == .driver {
            let (frames, time) = try pcm.waitingWithTimestamp()
            // Before the first period there may be no stamp yet, and nothing to be dated by it.
            if frames < layout.periodFrames { return (frames, time) }
            if isPlausible(timestamp: time, now: try .now()) { return (min(frames, layout.bufferFrames), time) }
            layout.clock = .reader
        }
        let frames = try pcm.waiting()
        return (min(frames, layout.bufferFrames), try .now())
    }

    /// Reads at most a period and converts it; returns its frames.
    private func readPeriod() throws(PCMFault) -> Int {
        let pcm = pcm
        let layout = layout
        let read: Result<Int, PCMFault> = bytes.withUnsafeMutableBytes { buffer in
            Result { () throws(PCMFault) -> Int in try pcm.read(frames: layout.periodFrames, into: buffer) }
        }
        let frames = try read.get()
        let taken = format.channels
        return bytes.withUnsafeBytes { all in
            samples.withUnsafeMutableBufferPointer { samples in
                let whole = UnsafeRawBufferPointer(rebasing: all.prefix(frames * layout.bytesPerFrame))
                return layout.encoding.convert(whole, channels: layout.channels, taking: taken, into: samples)
            }
        }
    }

    private func lend(_ frames: Int, from time: MonotonicTime, to body: (MonotonicTime, Span<Int16>) -> Void) {
        samples.withUnsafeBufferPointer { samples in
            body(time, samples.extracting(0..<frames * format.channels).span)
        }
    }

    /// Runs an overrun or suspended stream again.
    ///
    /// The kernel lets a suspended stream be prepared; resuming it would give
    /// sound from before the sleep, if any.
    private func restart() throws(CaptureError) {
        try asCaptureError { () throws(PCMFault) in try pcm.start() }
    }
}
