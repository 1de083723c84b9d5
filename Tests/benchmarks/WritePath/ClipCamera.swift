import CameraModel
import Glibc

/// A camera that gives an H.264 clip in real time, over and over: pictures that are coded already, at no cost of its own.
struct ClipCamera: Camera {
    /// The clip's pictures, each from its access unit delimiter to the next.
    let pictures: [[UInt8]]
    let mode: VideoMode
    let clock: any UnitClock
    let identity = "a clip"

    /// Reads a byte stream whose pictures each begin with an access unit delimiter (H.264, 7.3.2.4).
    ///
    /// - Throws: ``ClipError`` when the file cannot be read, or has no pictures.
    init(contentsOf path: String, mode: VideoMode, clock: any UnitClock) throws(ClipError) {
        let bytes = try Self.read(path)
        var starts = AnnexB.units(in: bytes).filter { $0.type == .accessUnitDelimiter }.map { $0.range.lowerBound }
        guard !starts.isEmpty else { throw ClipError(path: path, reason: "no access unit delimiters in it") }
        starts.append(bytes.count)
        pictures = zip(starts, starts.dropFirst()).map { start, end in [0, 0, 0, 1] + bytes[start..<end] }
        self.mode = mode
        self.clock = clock
    }

    func inspect() throws(CaptureError) -> Negotiation {
        Negotiation(asked: mode, granted: mode, device: identity, remarks: [])
    }

    func open() throws(CaptureError) -> any VideoSource {
        ClipSource(camera: self, negotiation: try inspect())
    }

    private static func read(_ path: String) throws(ClipError) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ClipError(path: path, reason: String(cString: strerror(errno))) }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = Glibc.read(descriptor, &block, block.count)
            guard count >= 0 else { throw ClipError(path: path, reason: String(cString: strerror(errno))) }
            guard count > 0 else { return bytes }
            bytes += block[..<count]
        }
    }
}

/// The clip's pictures, each when it is due.
private final class ClipSource: VideoSource {
    let format: VideoFormat
    let negotiation: Negotiation
    private let camera: ClipCamera
    private let start: MonotonicTime
    private var taken = 0

    init(camera: ClipCamera, negotiation: Negotiation) {
        self.camera = camera
        self.negotiation = negotiation
        format = VideoFormat(mode: camera.mode, bytesPerRow: 0)
        start = camera.clock.now
    }

    var nextEvent: MonotonicTime? { start + camera.mode.rate.interval * taken }

    func withNextFrame(
        timeout: Duration, _ body: (FrameStamp, RawSpan) -> Void
    ) throws(CaptureError) -> FrameOutcome {
        let due = start + camera.mode.rate.interval * taken
        camera.clock.wait(until: due, unless: { false })
        let stamp = FrameStamp(
            sequence: UInt32(truncatingIfNeeded: taken), driverTime: due, received: camera.clock.now)
        let picture = camera.pictures[taken % camera.pictures.count]
        body(stamp, picture.span.bytes)
        taken += 1
        return .delivered
    }
}
