import CLinux
import CameraModel

extension Device {
    /// Turns off the longer exposure, and so the lower rate, that webcams fall back to in the dark.
    ///
    /// - Returns: A remark where something was changed or refused.
    func keepRateSteady() throws(CaptureError) -> [String] {
        switch try set(control: UInt32(V4L2_CID_EXPOSURE_AUTO_PRIORITY), to: 0) {
        case .absent, .alreadySo: []
        case .changed: ["dynamic frame rate turned off"]
        case .refused(let errno): ["dynamic frame rate could not be turned off (errno \(errno))"]
        }
    }

    /// Asks the camera's encoder for a key frame every second, each with its parameter sets, so that every fragment
    /// can be played alone.
    ///
    /// - Returns: A remark where something was changed or refused.
    func askForKeyFrames(rate: FrameRate) throws(CaptureError) -> [String] {
        let period = Int32(clamping: Int64(max(1, rate.perSecond.rounded())))
        let wishes: [(UInt32, Int32, String)] = [
            (UInt32(V4L2_CID_MPEG_VIDEO_H264_I_PERIOD), period, "a key frame every \(period) frames"),
            (UInt32(V4L2_CID_MPEG_VIDEO_REPEAT_SEQ_HEADER), 1, "parameter sets before every key frame"),
        ]
        var remarks: [String] = []
        for (control, value, words) in wishes {
            switch try set(control: control, to: value) {
            case .absent, .alreadySo: break
            case .changed: remarks.append("\(words) set")
            case .refused(let errno): remarks.append("\(words) refused (errno \(errno))")
            }
        }
        return remarks
    }
}
