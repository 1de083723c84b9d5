import CLinux
import CameraModel
import Glibc

/// What became of a control that was to have a certain value.
enum ControlOutcome: Hashable {
    /// The camera has no such control, or not one that can be set.
    case absent
    case alreadySo
    case changed
    /// The camera has it and refused, with errno.
    case refused(Int32)
}

extension Device {
    /// Gives a control a value where it exists (VIDIOC_QUERYCTRL, VIDIOC_S_CTRL).
    ///
    /// A refusal is an outcome, not an error: no control is worth a recording.
    ///
    /// - Parameters:
    ///   - id: V4L2_CID_….
    ///   - value: Held within what the control takes.
    /// - Returns: What became of it.
    /// - Throws: ``CaptureError/disconnected``.
    func set(control id: UInt32, to value: Int32) throws(CaptureError) -> ControlOutcome {
        var query = v4l2_queryctrl()
        query.id = id
        guard try isThere(clinux_v4l2_queryctrl(descriptor, &query)) == 0 else { return .absent }
        let fixed = UInt32(V4L2_CTRL_FLAG_DISABLED | V4L2_CTRL_FLAG_READ_ONLY)
        guard query.flags & fixed == 0, query.minimum <= query.maximum else { return .absent }
        let held = min(max(value, query.minimum), query.maximum)
        var control = v4l2_control(id: id, value: 0)
        if try isThere(clinux_v4l2_g_ctrl(descriptor, &control)) == 0, control.value == held { return .alreadySo }
        control.value = held
        let result = try isThere(clinux_v4l2_s_ctrl(descriptor, &control))
        return result == 0 ? .changed : .refused(-result)
    }

    private func isThere(_ result: Int32) throws(CaptureError) -> Int32 {
        if result == -ENODEV { throw .disconnected }
        return result
    }
}
