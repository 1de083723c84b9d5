import CameraModel

/// Why a device gives nothing, and whether that is news.
///
/// A device that stays away is asked every second and would fill the log. Each reason is said once until another takes
/// its place; that a device which has just gone cannot be found is the same happening once more, and no news.
struct DeviceFailure {
    /// In words, since the device last gave something; `nil` while it does.
    private(set) var reason: String?
    private var isAway = false

    /// Takes a failure.
    ///
    /// - Returns: Its words, if they are to be said.
    mutating func take(_ error: any Error) -> String? {
        let words = "\(error)"
        let wasAway = isAway
        var isAbsence = false
        if let capture = error as? CaptureError {
            switch capture {
            case .disconnected: isAway = true
            case .notFound: isAbsence = true
            case .timedOut, .sourceChanged, .modeUnavailable, .unsuitable, .system: isAway = false
            }
        }
        defer { reason = words }
        return words == reason || isAbsence && wasAway ? nil : words
    }

    /// The device gave something.
    mutating func end() {
        self = DeviceFailure()
    }
}
