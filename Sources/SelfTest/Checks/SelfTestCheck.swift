package import CameraModel

/// One line of a self-test that is still to be filled.
package struct SelfTestLine: Hashable, Sendable {
    package var item: SelfTestItem
    /// Which of several: `camera front`; empty for the unit as a whole.
    package var subject: String

    package init(_ item: SelfTestItem, _ subject: String = "") {
        self.item = item
        self.subject = subject
    }
}

/// One thing that the self-test looks at; several lines may come from it.
///
/// A check is stepped and never blocks: it looks at what is in memory, or asks a worker.
package protocol SelfTestCheck: Sendable {
    /// Every line that it fills, known before it begins.
    var lines: [SelfTestLine] { get }

    /// Whether it takes processor or disk for itself: it waits until nothing is observed any more.
    var isHeavy: Bool { get }

    /// Whether it watches running devices, which a heavy check could disturb.
    var isObserving: Bool { get }

    /// Begins; called once, before any step.
    mutating func begin(at now: MonotonicTime)

    /// Looks again.
    mutating func step(at now: MonotonicTime) -> CheckProgress
}

extension SelfTestCheck {
    package var isHeavy: Bool { false }
    package var isObserving: Bool { false }
}

/// How far a check is.
package enum CheckProgress: Hashable, Sendable {
    /// Nothing to see before then.
    case waiting(until: MonotonicTime)
    /// A judgement for each line, in their order.
    case finished([Judgement])
}
