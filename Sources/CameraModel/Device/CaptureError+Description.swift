extension CaptureError: CustomStringConvertible {
    /// One line that says what happened, and what to do where a person can do something.
    package var description: String {
        switch self {
        case .timedOut: "no data in time"
        case .disconnected: "the device is gone"
        case .sourceChanged: "the device announced another format"
        case .notFound(let identity): "no device is \(identity); plug it in, or correct the unit file"
        case .modeUnavailable(let reason): reason
        case .unsuitable(let path, let reason): "\(path): \(reason)"
        case .system(let errno, let call): "\(call) failed with errno \(errno)"
        }
    }
}
