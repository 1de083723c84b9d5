package import CameraModel

/// A scripted shift for simulated devices: `hw/scenarios/*.yaml`.
package struct ScenarioConfiguration: Hashable, Sendable {
    /// The file it came from, for errors found later.
    package var file: String
    /// 1 to 32 of `[a-z0-9-]`.
    package var scenario: String
    package var clock: ScenarioClock
    /// What the wall clock shows when the scenario begins.
    package var starts: UTCTime
    package var length: Duration
    /// Of everything that is random in the simulation.
    package var seed: UInt64
    /// In order of time; steps at the same time keep the file's order.
    package var steps: [ScenarioStep]
}

/// Whose time a scenario runs in.
package enum ScenarioClock: String, Hashable, Sendable, CaseIterable {
    /// Moves when a simulated device would wait, so that hours take minutes.
    case virtual
    /// The machine's own.
    case real
}
