import CameraModel

extension DutyMachine {
    /// A start records, from every state; while a recording runs, that one goes on (clauses D.2.b, D.2.c).
    mutating func start(_ request: StartRequest) -> [DutyEffect] {
        if !request.source.isMomentary { activeTriggers.insert(request.source) }
        if request.source.isWeapon { veto(for: times.weaponVeto) }
        switch phase {
        case .standby:
            return begin(.trigger(request.source), category: request.category, isRestricted: false, closes: nil)
        case .interrupted(let debt):
            return begin(
                .trigger(request.source), category: request.category, isRestricted: false, closes: debt.cause)
        case .privacy(let pause):
            guard request.source.severity == .high else {
                return [.triggerNotFollowed(request.source, pause.reason), .prompt(.triggerInPrivacy)]
            }
            return [.resumePreEvent]
                + begin(
                    .trigger(request.source), category: request.category, isRestricted: true, closes: pause.debt)
        case .recording:
            return suggest(request) + [.prompt(inability == nil ? .recordingAlready : .cannotRecordYet)]
        case .reason(let open, _):
            goOn(open)
            return suggest(request) + [.prompt(.recordingGoesOn)]
        }
    }

    mutating func endTrigger(_ source: TriggerSource) -> [DutyEffect] {
        activeTriggers.remove(source)
        return []
    }

    /// Opens a recording, with what a supervisor has to know of it.
    mutating func begin(
        _ cause: StartOrder.Cause, category: ActivationCategory?, isRestricted: Bool, closes: InterruptionCause?
    ) -> [DutyEffect] {
        let isUnfit = inspection == .failed
        let isUntested = inspection == .notTested || inspection == .running
        phase = .recording(OpenRecording(isRestricted: isRestricted, reminder: now + times.recordingReminder))
        var effects: [DutyEffect] = [
            .startRecording(
                StartOrder(
                    // Until somebody says more (clause D.2.b(1)).
                    cause: cause, category: category ?? .interaction, isUnfit: isUnfit, isUntested: isUntested,
                    isRestricted: isRestricted, closes: closes))
        ]
        if isUnfit { effects.append(.exceptionReport(.usedUnfit)) }
        if inspection == .notTested { effects.append(.exceptionReport(.usedUntested)) }
        if inability != nil { effects.append(.report(.lateActivation)) }
        effects.append(.prompt(inability == nil ? .recording : .cannotRecordYet))
        return effects
    }

    private func suggest(_ request: StartRequest) -> [DutyEffect] {
        request.category.map { [.categorise($0, isSuggestion: request.source != .manual)] } ?? []
    }
}

extension TriggerSource {
    /// Whether it tells of a weapon in the hand, when a stop is more likely a struggle than a wish.
    var isWeapon: Bool {
        switch self {
        case .weaponRack, .holster: true
        case .lightBar, .siren, .door, .rearDoor, .speed, .peer, .manual, .remote, .crash, .manDown, .footPursuit,
            .schedule:
            false
        }
    }
}
