/// What was odd about the edges of a unit's buttons, counted since it started.
///
/// Each was handled; many of them say that a button or its line wants a look.
package struct GestureAnomalies: Hashable, Sendable {
    /// Presses that were the contact's bouncing.
    package var bounces = 0
    /// Presses of a button that was down already.
    package var lostReleases = 0
    /// Releases of a button that was not down.
    package var lostPresses = 0
    /// Edges stamped before the edge in front of them.
    package var backwards = 0
    /// Edges of a button that the unit does not have.
    package var notFitted = 0

    package init() {}

    static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.bounces &+= right.bounces
        sum.lostReleases &+= right.lostReleases
        sum.lostPresses &+= right.lostPresses
        sum.backwards &+= right.backwards
        sum.notFitted &+= right.notFitted
        return sum
    }
}
