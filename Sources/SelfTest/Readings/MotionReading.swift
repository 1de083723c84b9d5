/// The acceleration at rest, in g, along the unit's own axes.
package struct MotionReading: Hashable, Sendable {
    package var right: Double
    package var forward: Double
    /// 1 for a unit that is upright and at rest.
    package var up: Double

    package init(right: Double, forward: Double, up: Double) {
        self.right = right
        self.forward = forward
        self.up = up
    }
}
