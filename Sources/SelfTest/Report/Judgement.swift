/// Measured values and what they come to.
package struct Judgement: Hashable, Sendable {
    package var verdict: Verdict
    package var measurements: [Measurement]

    package init(_ verdict: Verdict, _ measurements: [Measurement] = []) {
        self.verdict = verdict
        self.measurements = measurements
    }

    static let notFitted = Judgement(.notFitted)

    static func skipped(_ reason: String) -> Judgement {
        Judgement(.skipped(reason))
    }
}
