internal import CFFmpeg
internal import CameraModel

extension UnsafeMutablePointer<AVStream> {
    /// Tells libavformat what is in a track.
    ///
    /// - Throws: ``EncodingError/unsupported(_:)`` for what MP4 cannot hold.
    func describe(_ track: MuxerTrack) throws(EncodingError) {
        guard let parameters = pointee.codecpar else { throw failure(CFFMPEG_NO_MEMORY, "avformat_new_stream") }
        guard (1...Int64(Int32.max)).contains(track.timeScale) else {
            throw .unsupported("a track of \(track.timeScale) ticks a second")
        }
        pointee.time_base = AVRational(num: 1, den: Int32(track.timeScale))
        switch track {
        case .video(let video):
            try parameters.describe(video)
        case .audio(let audio, let name):
            try parameters.describe(audio)
            try check(av_dict_set(&pointee.metadata, "handler_name", name, 0), "av_dict_set handler_name")
        }
    }
}

extension UnsafeMutablePointer<AVCodecParameters> {
    fileprivate func describe(_ video: VideoParameters) throws(EncodingError) {
        guard (1...Int(UInt16.max)).contains(video.width), (1...Int(UInt16.max)).contains(video.height) else {
            throw .unsupported("a picture of \(video.width)x\(video.height) in MP4")
        }
        pointee.codec_type = AVMEDIA_TYPE_VIDEO
        pointee.width = Int32(video.width)
        pointee.height = Int32(video.height)
        switch video.coding {
        case .h264:
            // From start codes here, libavformat makes `avcC` and length fields by itself.
            // It is not strict about them, so we are.
            let units = AnnexB.units(in: video.parameterSets)
            guard let set = AnnexB.sequenceParameterSet(in: video.parameterSets),
                units.contains(where: { $0.type == .pictureParameterSet })
            else {
                throw .unsupported("H.264 without its parameter sets")
            }
            _ = try SequenceParameterSet(set)
            pointee.codec_id = AV_CODEC_ID_H264
            try setExtraData(video.parameterSets)
        case .mjpeg:
            pointee.codec_id = AV_CODEC_ID_MJPEG
        case .raw, .vendor:
            throw .unsupported("\(video.coding) in MP4")
        }
    }

    fileprivate func describe(_ audio: AudioParameters) throws(EncodingError) {
        guard (1...2).contains(audio.format.channels), !audio.configuration.isEmpty else {
            throw .unsupported("sound of \(audio.format.channels) channels without its AudioSpecificConfig")
        }
        pointee.codec_type = AVMEDIA_TYPE_AUDIO
        pointee.codec_id = AV_CODEC_ID_AAC
        pointee.sample_rate = Int32(audio.format.rate)
        pointee.frame_size = Int32(audio.framesPerPacket)
        av_channel_layout_default(&pointee.ch_layout, Int32(audio.format.channels))
        try setExtraData(audio.configuration)
    }

    /// libavcodec owns the bytes from then on, and wants zeros behind them.
    private func setExtraData(_ bytes: [UInt8]) throws(EncodingError) {
        guard bytes.count <= 1 << 16 else { throw .unsupported("\(bytes.count) bytes of codec parameters") }
        let memory = try present(av_mallocz(bytes.count + Int(AV_INPUT_BUFFER_PADDING_SIZE)), "av_mallocz")
        memory.copyMemory(from: bytes, byteCount: bytes.count)
        pointee.extradata = memory.assumingMemoryBound(to: UInt8.self)
        pointee.extradata_size = Int32(bytes.count)
    }
}
