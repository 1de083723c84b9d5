/// Whether the position receiver answers, and knows where it is.
package struct PositionReading: Hashable, Sendable {
    package var answers: Bool
    package var hasFix: Bool

    package init(answers: Bool, hasFix: Bool) {
        self.answers = answers
        self.hasFix = hasFix
    }
}
