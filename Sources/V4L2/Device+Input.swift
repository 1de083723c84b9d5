import CLinux
import CameraModel
import Glibc

extension Device {
    /// Takes on the size that arrives at an input with a cable (HDMI, SDI), and looks whether anything arrives.
    ///
    /// Such an input keeps the old timings until it is told the new ones, so a source change would otherwise come back
    /// the same (V4L2 documentation, "Digital Video Timings").
    ///
    /// - Returns: Remarks; nothing for a camera's own sensor.
    func adoptInput() throws(CaptureError) -> [String] {
        var index: Int32 = 0
        guard try answers(clinux_v4l2_g_input(descriptor, &index), "VIDIOC_G_INPUT") else { return [] }
        var input = v4l2_input()
        input.index = UInt32(clamping: index)
        guard try answers(clinux_v4l2_enuminput(descriptor, &input), "VIDIOC_ENUMINPUT") else { return [] }
        let silent = UInt32(V4L2_IN_ST_NO_POWER | V4L2_IN_ST_NO_SIGNAL | V4L2_IN_ST_NO_SYNC)
        if input.status & silent != 0 { return ["no signal at the camera's input"] }
        guard input.capabilities & UInt32(V4L2_IN_CAP_DV_TIMINGS) != 0 else { return [] }
        var timings = v4l2_dv_timings()
        let result = clinux_v4l2_query_dv_timings(descriptor, &timings)
        if [ENOLINK, ENOLCK, ERANGE].contains(-result) { return ["no signal at the camera's input"] }
        guard try answers(result, "VIDIOC_QUERY_DV_TIMINGS") else { return [] }
        try check(clinux_v4l2_s_dv_timings(descriptor, &timings), "VIDIOC_S_DV_TIMINGS")
        return []
    }

    private func answers(_ result: Int32, _ call: String) throws(CaptureError) -> Bool {
        if [EINVAL, ENOTTY, ENODATA].contains(-result) { return false }
        try check(result, call)
        return true
    }
}
