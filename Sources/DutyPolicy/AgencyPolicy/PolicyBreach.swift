/// A choice of an agency that is weaker than the policy, with the clause that it breaks (clause F.1.b).
///
/// Its description is one sentence: key, value, floor, clause.
package struct PolicyBreach: Hashable, Sendable, CustomStringConvertible {
    /// As in a policy file, such as `reason.window-seconds`.
    package var key: String
    package var clause: ClauseID
    package var problem: Problem
    /// What the clause asks there, as half a sentence.
    package var why: String

    /// How the value fails.
    package enum Problem: Hashable, Sendable {
        /// Both with their unit.
        case below(value: String, floor: String, isTime: Bool)
        /// Both with their unit.
        case above(value: String, ceiling: String, isTime: Bool)
        /// Good by itself, but not with another key.
        case order(value: String, other: String, otherValue: String)
        /// Not a number; `value` as it was given.
        case unfit(value: String, allowed: String)
    }

    package var description: String {
        "\(key): \(words) (\(clause): \(why))"
    }

    private var words: String {
        switch problem {
        case .below(let value, let floor, let isTime):
            "\(value) is \(isTime ? "shorter" : "less") than the floor of \(floor)"
        case .above(let value, let ceiling, let isTime):
            "\(value) is \(isTime ? "longer" : "more") than the ceiling of \(ceiling)"
        case .order(let value, let other, let otherValue):
            "\(value) goes beyond \(other), \(otherValue)"
        case .unfit(let value, let allowed):
            "\(value) is not \(allowed)"
        }
    }
}
