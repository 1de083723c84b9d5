internal import CFFmpeg
internal import CFFmpegShims
internal import CameraModel

/// Owns an AVIOContext that writes into memory.
///
/// libavformat goes back to fill in the lengths of boxes, so it can seek, among the bytes that nobody has taken yet.
final class ByteSink {
    let context: UnsafeMutablePointer<AVIOContext>
    private let received: ReceivedBytes

    /// Small: `direct` passes what is larger by it.
    private static let bufferSize = 4096

    /// - Throws: ``EncodingError`` when there is no memory.
    init() throws(EncodingError) {
        let received = ReceivedBytes()
        let buffer = try present(av_malloc(Self.bufferSize), "av_malloc")
        let made = cffmpeg_writer(
            buffer.assumingMemoryBound(to: UInt8.self), Int32(Self.bufferSize),
            Unmanaged.passUnretained(received).toOpaque(), receive, seek)
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
        av_free(context.pointee.buffer)
        context.pointee.buffer = nil
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
        return received.take()
    }
}

/// The object that C knows.
private final class ReceivedBytes {
    var bytes: [UInt8] = []
    /// Bytes taken away already.
    private var base: Int64 = 0
    /// In bytes from the very first.
    private var position: Int64 = 0

    func write(_ new: UnsafeBufferPointer<UInt8>) -> Int32 {
        let start = Int(position - base)
        let overlap = min(bytes.count - start, new.count)
        bytes.replaceSubrange(start..<start + overlap, with: new)
        position += Int64(new.count)
        return Int32(new.count)
    }

    func seek(to offset: Int64, whence: Int32) -> Int64 {
        let end = base + Int64(bytes.count)
        if whence & AVSEEK_SIZE != 0 { return end }
        guard whence & ~AVSEEK_FORCE == SEEK_SET, (base...end).contains(offset) else {
            return Int64(CFFMPEG_INVALID_DATA)
        }
        position = offset
        return offset
    }

    func take() -> [UInt8] {
        base += Int64(bytes.count)
        position = base
        defer { bytes = [] }
        return bytes
    }
}

private func receive(_ opaque: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int32) -> Int32 {
    guard let opaque, let bytes, count >= 0 else { return CFFMPEG_INVALID_DATA }
    let received = Unmanaged<ReceivedBytes>.fromOpaque(opaque).takeUnretainedValue()
    return received.write(UnsafeBufferPointer(start: bytes, count: Int(count)))
}

private func seek(_ opaque: UnsafeMutableRawPointer?, _ offset: Int64, _ whence: Int32) -> Int64 {
    guard let opaque else { return Int64(CFFMPEG_INVALID_DATA) }
    return Unmanaged<ReceivedBytes>.fromOpaque(opaque).takeUnretainedValue().seek(to: offset, whence: whence)
}
