/// Whether each of the unit's LEDs and motors took what was written to it, by its name.
package struct IndicatorsReading: Hashable, Sendable {
    package var answers: [String: Bool]

    package init(answers: [String: Bool]) {
        self.answers = answers
    }
}
