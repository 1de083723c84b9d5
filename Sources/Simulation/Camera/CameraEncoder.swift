import CameraModel

/// The encoder inside a simulated camera, which matches coded pictures to the frames they show.
struct CameraEncoder {
    /// One coded frame.
    struct Output {
        var frame: FrameQueue.Frame
        var bytes: [UInt8]
    }

    private let encoder: any VideoEncoder
    /// Frames given to the encoder that have not come out.
    private var kept: [FrameQueue.Frame] = []
    private var keySecond: Int64?

    init(_ encoder: any VideoEncoder) {
        self.encoder = encoder
    }

    /// Codes what `surface` shows, as a key picture when it is the first of its second.
    mutating func encode(
        _ surface: PictureSurface, _ frame: FrameQueue.Frame, at time: MonotonicTime
    ) throws(CaptureError) -> [Output] {
        let second = frame.instant / 1_000_000_000
        let requireKey = keySecond != second
        keySecond = second
        kept.append(frame)
        var result = Result<[EncodedPacket], EncodingError>.success([])
        let encoder = encoder
        surface.lend { bytes in
            do throws(EncodingError) {
                result = .success(try encoder.encode(bytes, at: time, requireKey: requireKey))
            } catch {
                result = .failure(error)
            }
        }
        do {
            return try result.get().compactMap { packet in
                kept.isEmpty ? nil : Output(frame: kept.removeFirst(), bytes: packet.bytes)
            }
        } catch {
            // EIO, as a camera whose own encoder failed.
            throw .system(errno: 5, during: "the simulated camera's encoder: \(error)")
        }
    }
}
