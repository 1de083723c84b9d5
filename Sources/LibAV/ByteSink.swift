internal import CFFmpeg
internal import CFFmpegShims
internal import CameraModel

/// Owns an AVIOContext that writes into memory.
final class ByteSink {
    let context: UnsafeMutablePointer<AVIOContext>
    private let received: Received

    /// What has come in; the object that C knows, apart so that it exists before the context does.
    private final class Received {
        var bytes: [UInt8] = []
    }

    /// libavformat goes past this buffer for anything larger, because `direct` is set.
    private static let bufferSize = 4096

    /// - Throws: ``EncodingError`` when there is no memory.
    init() throws(EncodingError) {
        let received = Received()
        let buffer = try check(av_malloc(Self.bufferSize), "av_malloc")
        let made = cffmpeg_writer(
            buffer.assumingMemoryBound(to: UInt8.self), Int32(Self.bufferSize),
            Unmanaged.passUnretained(received).toOpaque()
        ) { opaque, bytes, count in
            guard let opaque, let bytes, count >= 0 else { return CFFMPEG_INVALID_DATA }
            let received = Unmanaged<Received>.fromOpaque(opaque).takeUnretainedValue()
            received.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
            return count
        }
        guard let made else {
            av_free(buffer)
            throw failure(CFFMPEG_NO_MEMORY, "avio_alloc_context")
        }
        context = made
        context.pointee.direct = 1
        self.received = received
    }

    deinit {
        // libavformat may have replaced the buffer, so what is freed is what is there now.
        av_freep(&context.pointee.buffer)
        var context: UnsafeMutablePointer<AVIOContext>? = context
        avio_context_free(&context)
    }

    /// Makes room for about this many bytes, so that they are copied once.
    func reserve(_ count: Int) {
        received.bytes.reserveCapacity(count)
    }

    /// Everything written since the last call.
    ///
    /// - Throws: ``EncodingError`` when a write failed in between.
    func take() throws(EncodingError) -> [UInt8] {
        avio_flush(context)
        try check(context.pointee.error, "avio_write")
        defer { received.bytes = [] }
        return received.bytes
    }
}
