package import CameraModel

/// One notice's way to one notifier: until it has it, and then never again.
package struct ReportDelivery: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case first
        /// Nobody has acknowledged the first in time.
        case escalation
    }

    /// The report's id, and for an escalation that it is one: what a receiver knows a repeated delivery by.
    package var id: String
    package var kind: Kind
    package var notifier: String
    /// As it was when the notice was made, so that every attempt says the same.
    package var report: MalfunctionReport
    package var failures = 0
    /// In this boot; a restart makes it due at once.
    package var due: MonotonicTime
    package var delivered: UTCTime?

    /// How long to wait after so many failures: three quick tries, then doubling from half a minute to 15 min.
    static func wait(afterFailures failures: Int) -> Duration {
        switch failures {
        case ..<1: .zero
        case 1: .seconds(1)
        case 2: .seconds(2)
        default: .seconds(min(900, 30 << min(failures - 3, 5)))
        }
    }
}
