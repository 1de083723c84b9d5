import CameraModel

@testable import DutyPolicy

/// One step of the machine, as an invariant judges it.
struct DutyTransition {
    var before: DutyMachine
    var input: DutyInput
    var effects: [DutyEffect]
    var after: DutyMachine

    var starts: [StartOrder] {
        effects.compactMap { if case .startRecording(let order) = $0 { order } else { nil } }
    }

    var stops: [StopOrder] {
        effects.compactMap { if case .stopRecording(let order) = $0 { order } else { nil } }
    }

    var exceptions: [DutyException] {
        effects.compactMap { if case .exceptionReport(let exception) = $0 { exception } else { nil } }
    }

    func prompts(_ prompt: Prompt) -> Bool {
        effects.contains(.prompt(prompt))
    }

    func index(where matches: (DutyEffect) -> Bool) -> Int? {
        effects.firstIndex(where: matches)
    }
}
