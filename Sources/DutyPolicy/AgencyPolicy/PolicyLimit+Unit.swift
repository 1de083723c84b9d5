extension PolicyLimit {
    /// What a limit's number counts.
    package enum Unit: String, Hashable, Sendable, CaseIterable {
        case milliseconds = "ms"
        case seconds = "s"
        case minutes = "min"
        case hours = "h"
        case days = "d"
        case percent = "%"
        case celsius = "°C"
        case gravities = "g"
        case degrees = "°"
        case volts = "V"
        case decibels = "dB"
        case milesPerHour = "mph"
        /// A count or a ratio.
        case none = ""

        /// In seconds, for the units of time; 1 for the others.
        var factor: Double {
            switch self {
            case .milliseconds: 0.001
            case .seconds: 1
            case .minutes: 60
            case .hours: 3600
            case .days: 86_400
            case .percent, .celsius, .gravities, .degrees, .volts, .decibels, .milesPerHour, .none: 1
            }
        }

        /// A number with its unit, such as `15 s`.
        package func words(_ value: Double) -> String {
            let number = value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
            return self == .none ? number : "\(number) \(rawValue)"
        }
    }
}
