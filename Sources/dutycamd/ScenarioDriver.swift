import CameraModel
import Recording
import Simulation
import UnitFiles

/// Carries out what a scenario's person, clock and disk do; the devices follow their own scripts.
struct ScenarioDriver {
    private let assembly: UnitAssembly
    private let start: MonotonicTime
    private let end: MonotonicTime
    private var steps: ArraySlice<ScenarioStep>

    init(_ scenario: ScenarioConfiguration, assembly: UnitAssembly) {
        self.assembly = assembly
        start = assembly.clock.now
        end = start + scenario.length
        steps = scenario.steps.filter { !$0.action.isOfDevice }[...]
    }

    /// When the next step is due, or the scenario ends.
    var nextEvent: MonotonicTime {
        steps.first.map { start + $0.at } ?? end
    }

    var isOver: Bool {
        steps.isEmpty && assembly.clock.now >= end
    }

    /// Carries out every step that is due.
    mutating func perform() {
        while let step = steps.first, start + step.at <= assembly.clock.now {
            steps.removeFirst()
            perform(step.action, at: start + step.at)
        }
    }

    private func perform(_ action: ScenarioAction, at time: MonotonicTime) {
        switch action {
        case .start(let note):
            // Nil only while the unit shuts down, which a scenario does after its last step.
            _ = assembly.recorder.start(trigger: note ?? "scenario", at: time)
        case .stop:
            _ = assembly.recorder.stop(at: time)
        case .stepClock(let step):
            assembly.virtualClock?.stepWallClock(by: step)
        case .disk(let fault):
            assembly.disk.apply(fault)
        case .camera, .microphone:
            break
        }
    }
}

extension ScenarioAction {
    /// Whether a simulated device does it by itself.
    fileprivate var isOfDevice: Bool {
        switch self {
        case .camera, .microphone: true
        case .start, .stop, .stepClock, .disk: false
        }
    }
}
