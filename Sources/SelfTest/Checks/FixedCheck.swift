package import CameraModel

/// A line that is known before anything is looked at: what is not fitted.
package struct FixedCheck: SelfTestCheck {
    package let lines: [SelfTestLine]
    private let judgement: Judgement

    /// Gives the line this judgement.
    package init(_ line: SelfTestLine, _ judgement: Judgement) {
        lines = [line]
        self.judgement = judgement
    }

    package mutating func begin(at now: MonotonicTime) {}

    package mutating func step(at now: MonotonicTime) -> CheckProgress {
        .finished([judgement])
    }
}
