import CLinux
import CameraModel
import Glibc

extension Device {
    /// Asks to be told of another format at the input, and of the end of the stream.
    ///
    /// Most cameras have neither event and refuse (EINVAL, ENOTTY): then nothing will be told.
    func subscribeToChanges() throws(CaptureError) {
        for type in [V4L2_EVENT_SOURCE_CHANGE, V4L2_EVENT_EOS] {
            var subscription = v4l2_event_subscription()
            subscription.type = UInt32(type)
            let result = clinux_v4l2_subscribe_event(descriptor, &subscription)
            guard ![EINVAL, ENOTTY].contains(-result) else { continue }
            try check(result, "VIDIOC_SUBSCRIBE_EVENT")
        }
    }

    /// Takes all events that are there (VIDIOC_DQEVENT).
    ///
    /// - Returns: Whether one of them means that the camera must be opened again.
    func takeEvents() throws(CaptureError) -> Bool {
        var isChanged = false
        while true {
            var event = v4l2_event()
            let result = clinux_v4l2_dqevent(descriptor, &event)
            // ENOENT: none left (v4l2_event_dequeue in v4l2-event.c).
            if [ENOENT, EAGAIN].contains(-result) { return isChanged }
            try check(result, "VIDIOC_DQEVENT")
            switch Int32(bitPattern: event.type) {
            case V4L2_EVENT_SOURCE_CHANGE:
                isChanged = isChanged || event.u.src_change.changes & UInt32(V4L2_EVENT_SRC_CH_RESOLUTION) != 0
            case V4L2_EVENT_EOS:
                isChanged = true
            default:
                break
            }
            if event.pending == 0 { return isChanged }
        }
    }
}
