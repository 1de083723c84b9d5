/// The unit's clocks, real or virtual.
///
/// Safe from any thread. ``Platform/SystemClock`` is the real one; ``Simulation/VirtualClock`` moves only when a
/// simulated device waits, so that a shift of hours runs in minutes.
package protocol UnitClock: Sendable {
    /// CLOCK_MONOTONIC, or its stand-in.
    var now: MonotonicTime { get }

    /// Reads all three clocks as close together as can be.
    func reading() -> ClockReading

    /// Blocks the calling thread until `deadline`, or returns early, within 0.1 s of `stopped` turning true.
    ///
    /// A virtual clock moves to `deadline` and returns at once. Never call it on a cooperative thread.
    func wait(until deadline: MonotonicTime, unless stopped: () -> Bool)
}
