extension Duration {
    /// The whole duration in nanoseconds, held at the ends of `Int64` (292 years).
    package var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carry) = product.addingReportingOverflow(attoseconds / 1_000_000_000)
        guard !overflow, !carry else { return seconds < 0 ? .min : .max }
        return sum
    }

    /// The duration in seconds, for people and for filters; not for timestamps.
    package var seconds: Double {
        Double(nanoseconds) / 1e9
    }

    /// A duration from fractional seconds, as people write them in unit files.
    package static func fractional(seconds: Double) -> Duration {
        .nanoseconds(Int64((seconds * 1e9).rounded()))
    }
}
