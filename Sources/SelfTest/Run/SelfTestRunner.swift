package import CameraModel
package import DutyPolicy

/// Runs a self-test to its end in real time.
package struct SelfTestRunner: Sendable {
    private let clock: any UnitClock

    /// - Parameter clock: The unit's; a virtual clock is moved by the waiting, which only a test wants.
    package init(clock: any UnitClock) {
        self.clock = clock
    }

    /// Runs the checks; blocks for up to `limit`.
    ///
    /// Never call it on a cooperative thread.
    ///
    /// - Parameters:
    ///   - checks: What to look at.
    ///   - kind: How thorough.
    ///   - limit: What has not finished by then has failed.
    ///   - progress: Told of each line as it is filled, in the calling thread.
    /// - Returns: The whole test.
    package func run(
        _ checks: [any SelfTestCheck], kind: SelfTestKind, within limit: Duration,
        progress: @escaping @Sendable (ItemResult) -> Void = { _ in }
    ) -> SelfTestReport {
        var run = SelfTestRun(checks, kind: kind, within: limit, started: clock.reading(), progress: progress)
        while true {
            run.step(at: clock.now)
            if let report = run.report { return report }
            if let next = run.nextEvent { clock.wait(until: next, unless: { false }) }
        }
    }
}
