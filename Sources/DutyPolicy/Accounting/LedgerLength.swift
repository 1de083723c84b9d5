/// How long something lasted, and how well that is known.
package struct LedgerLength: Hashable, Sendable, Codable {
    /// What is known of it, in nanoseconds; never negative.
    package var nanoseconds: Int64
    /// Largest error, in nanoseconds: 0 within a boot; `nil` where a wall clock counted that nobody vouches for.
    package var uncertainty: Int64?
    /// How many parts of it have no known length, because the wall clock went back meanwhile; they count 0 above.
    package var unknownParts: Int

    package init(nanoseconds: Int64, uncertainty: Int64? = 0, unknownParts: Int = 0) {
        self.nanoseconds = nanoseconds
        self.uncertainty = uncertainty
        self.unknownParts = unknownParts
    }

    package static let zero = LedgerLength(nanoseconds: 0)
    package static let unknown = LedgerLength(nanoseconds: 0, uncertainty: 0, unknownParts: 1)

    package var isKnown: Bool { unknownParts == 0 }

    /// Adds, held at the end of `Int64` (292 years).
    package static func + (left: Self, right: Self) -> Self {
        var uncertainty: Int64?
        if let first = left.uncertainty, let second = right.uncertainty { uncertainty = sum(first, second) }
        return Self(
            nanoseconds: sum(left.nanoseconds, right.nanoseconds), uncertainty: uncertainty,
            unknownParts: left.unknownParts + right.unknownParts)
    }

    private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }
}
