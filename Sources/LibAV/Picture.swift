internal import CFFmpeg
internal import CameraModel

/// Owns one AVFrame.
final class Picture {
    /// Valid as long as the picture lives.
    let frame: UnsafeMutablePointer<AVFrame>

    /// An empty frame, without data.
    ///
    /// - Throws: ``EncodingError`` when there is no memory.
    init() throws(EncodingError) {
        frame = try present(av_frame_alloc(), "av_frame_alloc")
    }

    deinit {
        var frame: UnsafeMutablePointer<AVFrame>? = frame
        av_frame_free(&frame)
    }

    /// Drops the data and all properties.
    func clear() {
        av_frame_unref(frame)
    }

    /// Makes sure of data of its own for a picture of this size, which nobody else still reads.
    ///
    /// - Throws: ``EncodingError`` when there is no memory.
    func reserve(_ format: AVPixelFormat, width: Int, height: Int) throws(EncodingError) {
        if frame.pointee.buf.0 != nil, frame.pointee.format == format.rawValue,
            frame.pointee.width == Int32(width), frame.pointee.height == Int32(height),
            av_frame_is_writable(frame) > 0
        {
            return
        }
        clear()
        frame.pointee.format = format.rawValue
        frame.pointee.width = Int32(width)
        frame.pointee.height = Int32(height)
        try check(av_frame_get_buffer(frame, 0), "av_frame_get_buffer")
    }

    /// Points the frame at bytes that are lent, without copying them.
    ///
    /// FFmpeg copies a frame that no reference-counted buffer stands behind; this puts one there that frees nothing.
    /// The lender must see with ``isShared`` that no reference is left before the bytes go away.
    ///
    /// - Parameters:
    ///   - bytes: A whole picture; its size has been checked against `pixels`.
    ///   - pixels: How it is laid out.
    ///   - bytesPerRow: Of the first plane.
    ///   - width: In pixels.
    ///   - height: In pixels.
    /// - Throws: ``EncodingError`` when there is no memory.
    func borrow(
        _ bytes: UnsafeRawBufferPointer, as pixels: PixelFormat, bytesPerRow: Int, width: Int, height: Int
    ) throws(EncodingError) {
        clear()
        // Marked read-only, so that nobody writes through the pointer.
        let start = UnsafeMutablePointer(mutating: bytes.assumingMemoryBound(to: UInt8.self).baseAddress)
        let base = try present(start, "picture without bytes")
        frame.pointee.buf.0 = try present(
            av_buffer_create(base, bytes.count, { _, _ in }, nil, AV_BUFFER_FLAG_READONLY), "av_buffer_create")
        frame.pointee.format = pixels.libavFormat.rawValue
        frame.pointee.width = Int32(width)
        frame.pointee.height = Int32(height)
        frame.pointee.data.0 = base
        frame.pointee.linesize.0 = Int32(bytesPerRow)
        switch pixels {
        case .yuyv, .uyvy: break
        case .nv12:
            frame.pointee.data.1 = base + bytesPerRow * height
            frame.pointee.linesize.1 = Int32(bytesPerRow)
        case .yu12:
            let chromaRow = (bytesPerRow + 1) / 2
            frame.pointee.data.1 = base + bytesPerRow * height
            frame.pointee.data.2 = base + bytesPerRow * height + chromaRow * ((height + 1) / 2)
            frame.pointee.linesize.1 = Int32(chromaRow)
            frame.pointee.linesize.2 = Int32(chromaRow)
        }
    }

    /// Whether somebody beside this frame still holds its data.
    var isShared: Bool {
        guard let buffer = frame.pointee.buf.0 else { return false }
        return av_buffer_get_ref_count(buffer) > 1
    }
}

extension PixelFormat {
    /// The same layout under FFmpeg's name.
    var libavFormat: AVPixelFormat {
        switch self {
        case .yuyv: AV_PIX_FMT_YUYV422
        case .uyvy: AV_PIX_FMT_UYVY422
        case .nv12: AV_PIX_FMT_NV12
        case .yu12: AV_PIX_FMT_YUV420P
        }
    }
}
