/// Counts the frames that a camera took and nobody got, from the driver's own numbers.
package struct SequenceCounter: Hashable, Sendable {
    private var last: UInt32?

    package init() {}

    /// Takes the next frame's number.
    ///
    /// - Returns: How many frames are missing before it. A number that wrapped is followed; one that jumps back, as after
    ///   a restart of the driver's counting, tells nothing and counts as none.
    package mutating func missing(before sequence: UInt32) -> Int {
        defer { last = sequence }
        guard let last else { return 0 }
        let step = sequence &- last
        return step == 0 || step > UInt32(Int32.max) ? 0 : Int(step) - 1
    }
}
