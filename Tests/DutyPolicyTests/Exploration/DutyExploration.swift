import CameraModel

@testable import DutyPolicy

/// Every state that a machine can reach with an alphabet of inputs, breadth first, each step judged.
struct DutyExploration {
    /// What happens in place of ``DutyMachine/handle(_:at:)``; a mutated machine gives a changed one.
    typealias Step = (inout DutyMachine, DutyInput, MonotonicTime) -> [DutyEffect]

    private(set) var states: [DutyMachine] = []
    private(set) var transitions = 0
    private(set) var edges: Set<DutyEdge> = []
    /// The first broken invariant, with the shortest trace to it.
    private(set) var failure: String?
    private var origins: [(parent: Int, input: DutyInput)?] = []
    private var indices: [DutyMachine: Int] = [:]

    /// Explores until nothing new is found, or an invariant of `judges` is broken.
    ///
    /// Time passes in whole seconds; every other input comes without time passing, so in any order within a second.
    init(
        from start: DutyMachine, alphabet: [DutyInput], judges: [DutyInvariant] = DutyInvariant.allCases,
        step: Step = { $0.handle($1, at: $2) }
    ) {
        insert(start.normalised, nil)
        var next = 0
        while next < states.count, failure == nil {
            let before = states[next]
            for input in alphabet {
                var after = before
                let effects = step(&after, input, input == .time ? before.now + .seconds(1) : before.now)
                transitions += 1
                let transition = DutyTransition(before: before, input: input, effects: effects, after: after)
                if let broken = judges.lazy.compactMap({ $0.violation(transition) }).first {
                    failure = "\(broken)\n" + trace(to: next, then: transition)
                    return
                }
                if before.state != after.state {
                    edges.insert(DutyEdge(from: before.state, to: after.state, label: input.label))
                }
                insert(after.normalised, (next, input))
            }
            next += 1
        }
    }

    private mutating func insert(_ machine: DutyMachine, _ origin: (parent: Int, input: DutyInput)?) {
        guard indices[machine] == nil else { return }
        indices[machine] = states.count
        states.append(machine)
        origins.append(origin)
    }

    private func trace(to index: Int, then last: DutyTransition) -> String {
        var lines = ["  \(last.input): \(last.before.standing) -> \(last.after.standing), \(last.effects)"]
        var index = index
        while let origin = origins[index] {
            lines.append("  \(origin.input): -> \(states[index].standing)")
            index = origin.parent
        }
        return lines.reversed().joined(separator: "\n")
    }
}

/// A change of state that some input makes.
struct DutyEdge: Hashable {
    var from: DutyState
    var to: DutyState
    var label: String
}

extension DutyInput {
    /// The input's kind, for a drawing.
    var label: String {
        switch self {
        case .start(let request): request.source.severity == .high ? "start" : "line or peer"
        case .reason: "reason"
        case .selfTestEnded(let verdict): "self-test \(verdict.rawValue)"
        case .startShift: "start of shift"
        case .endShift: "end of shift"
        case .runSelfTest: "self-test"
        case .overrideWithheld: "supervisor's override"
        case .endPrivacy: "end of privacy"
        case .keepRecording: "keep recording"
        case .unable: "nothing works"
        case .able: "works again"
        case .terminate: "battery, storage, heat"
        case .time: "time"
        case .triggerEnded, .stop, .confirm, .speech, .agitation, .mark, .mute, .discreet, .category, .label,
            .exception, .dock, .undock, .malfunction, .declare:
            String("\(self)".prefix { $0 != "(" })
        }
    }
}
