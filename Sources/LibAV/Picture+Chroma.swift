internal import CFFmpeg
internal import CameraModel

extension Picture {
    /// Becomes the 4:2:0 picture of a planar 4:2:2 one: luma shared, each two rows of chroma averaged.
    ///
    /// JPEG's 4:2:2 has a chroma row for every row, and 4:2:0 has its rows in between, so the mean is just right.
    /// libswscale takes its general, much slower way here.
    ///
    /// - Parameter source: Planar 4:2:2 of even height, reference-counted.
    /// - Throws: ``EncodingError`` when there is no memory.
    func takeHalvingChroma(of source: UnsafeMutablePointer<AVFrame>) throws(EncodingError) {
        let width = Int(source.pointee.width + 1) / 2
        let height = Int(source.pointee.height) / 2
        let row = (width + 63) & ~63
        // The frame's second buffer holds both chroma planes, for the next picture too.
        var chroma = frame.pointee.buf.1.flatMap { av_buffer_ref($0) }
        clear()
        if chroma.map({ $0.pointee.size != 2 * row * height || av_buffer_is_writable($0) == 0 }) ?? true {
            av_buffer_unref(&chroma)
            chroma = av_buffer_alloc(2 * row * height)
        }
        let planes = try present(chroma, "av_buffer_alloc")
        frame.pointee.buf.1 = planes
        frame.pointee.buf.0 = try present(source.pointee.buf.0.flatMap { av_buffer_ref($0) }, "av_buffer_ref")
        frame.pointee.format = AV_PIX_FMT_YUV420P.rawValue
        frame.pointee.width = source.pointee.width
        frame.pointee.height = source.pointee.height
        frame.pointee.data.0 = source.pointee.data.0
        frame.pointee.linesize.0 = source.pointee.linesize.0
        frame.pointee.data.1 = planes.pointee.data
        frame.pointee.data.2 = planes.pointee.data + row * height
        frame.pointee.linesize.1 = Int32(row)
        frame.pointee.linesize.2 = Int32(row)
        for (from, fromRow, to) in [
            (source.pointee.data.1, source.pointee.linesize.1, frame.pointee.data.1),
            (source.pointee.data.2, source.pointee.linesize.2, frame.pointee.data.2),
        ] {
            let from = try present(from, "chroma of a decoded picture")
            let to = try present(to, "chroma of a picture")
            for line in 0..<height {
                let upper = from + 2 * line * Int(fromRow)
                let lower = upper + Int(fromRow)
                let mean = to + line * row
                for column in 0..<width {
                    mean[column] = UInt8(truncatingIfNeeded: (UInt16(upper[column]) + UInt16(lower[column]) + 1) >> 1)
                }
            }
        }
    }
}

extension AVPixelFormat {
    /// JPEG's layouts under their plain names; the range is told apart from the layout.
    var withoutRange: AVPixelFormat {
        switch self {
        case AV_PIX_FMT_YUVJ420P: AV_PIX_FMT_YUV420P
        case AV_PIX_FMT_YUVJ422P: AV_PIX_FMT_YUV422P
        case AV_PIX_FMT_YUVJ444P: AV_PIX_FMT_YUV444P
        case AV_PIX_FMT_YUVJ440P: AV_PIX_FMT_YUV440P
        default: self
        }
    }
}
