import CameraModel
import DutyPolicy
import OnDuty
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
            assembly.duty.handle(
                .start(StartRequest(.manual)), at: time, from: DutyOrigin("scenario", statement: note))
        case .stop:
            // Whoever stops so says that the interaction has concluded.
            let origin = DutyOrigin("scenario")
            assembly.duty.handle(.reason(ReasonStatement(.concluded)), at: time, from: origin)
            assembly.duty.handle(.confirm, at: time, from: origin)
        case .duty(let command, let input):
            assembly.duty.handle(command: command, input: input, at: time, from: "scenario")
        case .stepClock(let step):
            assembly.virtualClock?.stepWallClock(by: step)
        case .loseClock:
            assembly.virtualClock?.loseWallClock()
        case .uncertainClock(let error):
            assembly.virtualClock?.setUncertainty(error)
        case .disk(let fault):
            assembly.disk.apply(fault)
        case .camera, .microphone, .battery:
            break
        }
    }
}

extension ScenarioAction {
    /// Whether a simulated device does it by itself.
    fileprivate var isOfDevice: Bool {
        switch self {
        case .camera, .microphone, .battery: true
        case .start, .stop, .stepClock, .loseClock, .uncertainClock, .disk, .duty: false
        }
    }
}
