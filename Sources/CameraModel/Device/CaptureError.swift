/// Why a camera or a microphone gave nothing, named by what the caller does next.
package enum CaptureError: Error, Hashable, Sendable {
    /// Nothing came in time. The device is closed and opened again.
    case timedOut
    /// The device is gone (ENODEV, POLLERR, POLLHUP). Looked for again every second.
    case disconnected
    /// The device announced another format or input (V4L2_EVENT_SOURCE_CHANGE). Opened again at once.
    case sourceChanged
    /// No device of that identity is present. Looked for again every second.
    case notFound(identity: String)
    /// The device is there, but cannot do what the unit file asks, in words that say what it can.
    case modeUnavailable(String)
    /// The node answers, but is not a device that can stream.
    case unsuitable(path: String, reason: String)
    /// A system or library call failed with `errno`.
    case system(errno: Int32, during: String)
}
