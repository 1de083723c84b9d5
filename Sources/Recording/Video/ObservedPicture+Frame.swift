import CameraModel

extension ObservedPicture {
    /// A copy of what an analysis needs of a frame: its thinned-out brightness, or its bytes where it is coded.
    ///
    /// It fails for H.264 that cannot be decoded alone, and for a frame that is too short.
    ///
    /// - Parameters:
    ///   - frame: As the driver lent it.
    ///   - packets: What the channel's encoder or pass-through made of it.
    ///   - format: The frame's.
    ///   - time: Its media time.
    init?(_ frame: RawSpan, _ packets: [EncodedPacket], of format: VideoFormat, at time: MonotonicTime) {
        let mode = format.mode
        switch mode.coding {
        case .raw(let pixels):
            guard
                let plane = LumaPlane(
                    sampling: frame, as: pixels, bytesPerRow: format.bytesPerRow, width: mode.width, height: mode.height
                )
            else { return nil }
            self.init(time: time, content: .luma(plane))
        case .mjpeg:
            self.init(
                time: time,
                content: .coded(.mjpeg, width: mode.width, height: mode.height, bytes: [UInt8](frame)))
        case .h264:
            // The parameter sets may have come once only, long ago.
            guard let key = packets.last(where: \.isKey), let sets = key.parameters?.parameterSets else { return nil }
            self.init(
                time: time,
                content: .coded(.h264, width: mode.width, height: mode.height, bytes: sets + key.bytes))
        case .vendor:
            return nil
        }
    }
}
