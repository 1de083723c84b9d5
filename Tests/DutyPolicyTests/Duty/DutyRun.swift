import CameraModel
import DutyPolicy

/// A machine with the recommended times, told one thing after the other.
struct DutyRun {
    private(set) var machine: DutyMachine
    private(set) var effects: [DutyEffect] = []
    private var now = MonotonicTime(nanoseconds: 0)

    init(isBodyWorn: Bool = true, _ inputs: DutyInput...) {
        machine = DutyMachine(times: DutyTimes(AgencyPolicy()), isBodyWorn: isBodyWorn, at: now)
        for input in inputs { tell(input) }
    }

    /// - Returns: What comes of it alone.
    @discardableResult
    mutating func tell(_ input: DutyInput) -> [DutyEffect] {
        let new = machine.handle(input, at: now)
        effects += new
        return new
    }

    /// Lets time pass, deadline by deadline.
    mutating func pass(_ duration: Duration) {
        let end = now + duration
        while let deadline = machine.nextDeadline, deadline <= end {
            now = deadline
            tell(.time)
        }
        now = end
    }

    var starts: [StartOrder] {
        effects.compactMap { if case .startRecording(let order) = $0 { order } else { nil } }
    }

    var stops: [StopOrder] {
        effects.compactMap { if case .stopRecording(let order) = $0 { order } else { nil } }
    }

    var exceptions: [DutyException] {
        effects.compactMap { if case .exceptionReport(let exception) = $0 { exception } else { nil } }
    }

    func count(_ prompt: Prompt) -> Int {
        effects.count { $0 == .prompt(prompt) }
    }
}
