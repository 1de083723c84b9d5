import CameraModel

/// One number of an agency's policy: its key, how it is read and written, and what it may not pass.
package struct PolicyLimit: Sendable {
    /// As in a policy file, such as `reason.window-seconds`; the last part says its unit.
    package let key: String
    package let unit: Unit
    package let floor: Bound
    package let ceiling: Bound
    private let field: Field

    /// An end of the range, and the clause that would be broken beyond it.
    package struct Bound: Hashable, Sendable {
        /// In the limit's unit.
        package var value: Double
        package var clause: ClauseID
        /// What the clause asks there, as half a sentence.
        package var why: String

        package init(_ value: Double, _ clause: ClauseID, _ why: String) {
            self.value = value
            self.clause = clause
            self.why = why
        }
    }

    private enum Field: Sendable {
        case time(any WritableKeyPath<AgencyPolicy, Duration> & Sendable)
        case number(any WritableKeyPath<AgencyPolicy, Double> & Sendable)
    }

    static func time(
        _ key: String, _ unit: Unit, _ path: any WritableKeyPath<AgencyPolicy, Duration> & Sendable, from floor: Bound,
        to ceiling: Bound
    ) -> Self {
        Self(key: key, unit: unit, floor: floor, ceiling: ceiling, field: .time(path))
    }

    static func number(
        _ key: String, _ unit: Unit, _ path: any WritableKeyPath<AgencyPolicy, Double> & Sendable, from floor: Bound,
        to ceiling: Bound
    ) -> Self {
        Self(key: key, unit: unit, floor: floor, ceiling: ceiling, field: .number(path))
    }

    /// The policy's value, in the limit's unit.
    package func value(in policy: AgencyPolicy) -> Double {
        switch field {
        case .time(let path): policy[keyPath: path].seconds / unit.factor
        case .number(let path): policy[keyPath: path]
        }
    }

    /// Sets the policy's value.
    ///
    /// - Parameters:
    ///   - value: In the limit's unit; a time beyond 100 years is held there, and what is no number is held at zero.
    ///   - policy: The policy to change.
    package func set(_ value: Double, in policy: inout AgencyPolicy) {
        switch field {
        case .time(let path):
            let seconds = value.isNaN ? 0 : min(max(value * unit.factor, -3_155_760_000), 3_155_760_000)
            policy[keyPath: path] = .fractional(seconds: seconds)
        case .number(let path): policy[keyPath: path] = value
        }
    }

    /// What is wrong with the policy's value; `nil` when it is within its ends.
    package func breach(in policy: AgencyPolicy) -> PolicyBreach? {
        let value = value(in: policy)
        // Said so that what is no number passes neither.
        if !(value >= floor.value) {
            return PolicyBreach(
                key: key, clause: floor.clause,
                problem: .below(value: unit.words(value), floor: unit.words(floor.value), isTime: isTime),
                why: floor.why)
        }
        if !(value <= ceiling.value) {
            return PolicyBreach(
                key: key, clause: ceiling.clause,
                problem: .above(value: unit.words(value), ceiling: unit.words(ceiling.value), isTime: isTime),
                why: ceiling.why)
        }
        return nil
    }

    private var isTime: Bool {
        switch field {
        case .time: true
        case .number: false
        }
    }
}
