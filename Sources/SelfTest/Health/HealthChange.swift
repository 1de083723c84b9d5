package import CameraModel
package import DutyPolicy

/// A malfunction that began, or is over.
package struct HealthChange: Hashable, Sendable {
    package var code: MalfunctionCode
    /// `camera front`; empty for the unit as a whole.
    package var subject: String
    package var isPresent: Bool
    /// When it really began or ended, which is before anybody could be sure.
    package var since: MonotonicTime
    /// What was seen.
    package var reason: String

    package init(code: MalfunctionCode, subject: String, isPresent: Bool, since: MonotonicTime, reason: String) {
        self.code = code
        self.subject = subject
        self.isPresent = isPresent
        self.since = since
        self.reason = reason
    }
}
