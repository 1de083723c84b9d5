import DutyPolicy

/// Lengths and times as a report shows them.
enum ShiftText {
    /// `1:02:03.250`, to the millisecond.
    static func time(_ nanoseconds: Int64) -> String {
        let milliseconds = nanoseconds / 1_000_000
        let (minutes, rest) = (milliseconds / 60_000, milliseconds % 60_000)
        return "\(minutes / 60):\(padded(minutes % 60, 2)):\(padded(rest / 1000, 2)).\(padded(rest % 1000, 3))"
    }

    /// With how well it is known.
    static func length(_ length: LedgerLength) -> String {
        if !length.isKnown {
            let unknown = "unknown: the wall clock went back"
            guard length.nanoseconds > 0 else { return unknown }
            return "\(time(length.nanoseconds)) and \(length.unknownParts) \(unknown)"
        }
        switch length.uncertainty {
        case 0?: return time(length.nanoseconds)
        case let error?: return "\(time(length.nanoseconds)) ± \(time(error))"
        case nil: return "\(time(length.nanoseconds)) by a clock nobody vouches for"
        }
    }

    static func moment(_ moment: ShiftMoment) -> String {
        "\(moment.utc) (+\(time(moment.offset.nanoseconds)))"
    }

    static func code(_ name: String, _ code: String?) -> String {
        code.map { "\(name) \($0)" } ?? name
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
