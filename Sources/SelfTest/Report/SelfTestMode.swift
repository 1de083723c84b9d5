/// How thorough a self-test is.
package enum SelfTestMode: String, Hashable, Sendable, Codable, CaseIterable {
    /// At the beginning of a shift.
    case quick
    /// After a repair, or at the dock.
    case extended

    /// When what has not finished has failed.
    package var deadline: Duration {
        switch self {
        case .quick: .seconds(15)
        case .extended: .seconds(120)
        }
    }

    /// How long running cameras and microphones are watched.
    package var watch: Duration {
        switch self {
        case .quick: .seconds(2)
        case .extended: .seconds(10)
        }
    }

    /// How much is written to the storage and read back, in bytes.
    package var writeSize: Int {
        switch self {
        case .quick: 8 << 20
        case .extended: 64 << 20
        }
    }
}
