import CLinux
import CameraModel
import Glibc

extension Device {
    /// VIDIOC_TRY_FMT; `nil` when the driver refuses rather than adjusts, or has no such call.
    func tryFormat(_ code: FourCC, _ size: FrameSize) throws(CaptureError) -> GrantedPicture? {
        var format = request(code, size)
        let result = clinux_v4l2_try_fmt(descriptor, &format)
        if [EINVAL, ENOTTY].contains(-result) { return nil }
        try check(result, "VIDIOC_TRY_FMT")
        return GrantedPicture(format, queue: queue)
    }

    /// VIDIOC_S_FMT.
    ///
    /// - Returns: What the driver made of it, also as it said it, which libv4lconvert wants.
    func setFormat(_ code: FourCC, _ size: FrameSize) throws(CaptureError) -> (GrantedPicture, v4l2_format) {
        var format = request(code, size)
        try check(clinux_v4l2_s_fmt(descriptor, &format), "VIDIOC_S_FMT")
        return (GrantedPicture(format, queue: queue), format)
    }

    /// VIDIOC_S_PARM, and what VIDIOC_G_PARM then reads back.
    ///
    /// - Returns: The rate, or `nil` from a camera whose rate cannot be set or does not say it.
    func setRate(_ rate: FrameRate) throws(CaptureError) -> FrameRate? {
        var parameters = v4l2_streamparm()
        parameters.type = queue.bufferType
        guard try isSupported(clinux_v4l2_g_parm(descriptor, &parameters), "VIDIOC_G_PARM") else { return nil }
        if parameters.parm.capture.capability & UInt32(V4L2_CAP_TIMEPERFRAME) != 0 {
            parameters.parm.capture.timeperframe = v4l2_fract(numerator: rate.seconds, denominator: rate.frames)
            guard try isSupported(clinux_v4l2_s_parm(descriptor, &parameters), "VIDIOC_S_PARM") else { return nil }
            guard try isSupported(clinux_v4l2_g_parm(descriptor, &parameters), "VIDIOC_G_PARM") else { return nil }
        }
        let interval = parameters.parm.capture.timeperframe
        return FrameRate(frames: interval.denominator, seconds: interval.numerator)
    }

    private func request(_ code: FourCC, _ size: FrameSize) -> v4l2_format {
        var format = v4l2_format()
        format.type = queue.bufferType
        switch queue {
        case .singlePlanar:
            format.fmt.pix.width = UInt32(clamping: size.width)
            format.fmt.pix.height = UInt32(clamping: size.height)
            format.fmt.pix.pixelformat = code.rawValue
            format.fmt.pix.field = V4L2_FIELD_NONE.rawValue
        case .multiPlanar:
            format.fmt.pix_mp.width = UInt32(clamping: size.width)
            format.fmt.pix_mp.height = UInt32(clamping: size.height)
            format.fmt.pix_mp.pixelformat = code.rawValue
            format.fmt.pix_mp.field = V4L2_FIELD_NONE.rawValue
        }
        return format
    }

    private func isSupported(_ result: Int32, _ call: String) throws(CaptureError) -> Bool {
        if [EINVAL, ENOTTY].contains(-result) { return false }
        try check(result, call)
        return true
    }
}
