package import CameraModel
package import DutyPolicy
import Evidence
package import Recording
import Synchronization

/// Carries out what the duty state machine decides: the one place where its effects are performed.
///
/// Safe from any thread; nothing in it blocks. A recording starts, stops or is marked at once, under the lock that puts
/// inputs in order; what a person is shown or told waits until the journal has it on disk (``JournalQueue``).
package final class Duty: Sendable {
    private struct State {
        var machine: DutyMachine
        var facts: DutyFacts
        /// The recording that runs, or the last one.
        var recording: Int?
    }

    private let recorder: Recorder
    private let mute: SoundMute
    private let journal: JournalQueue
    private let indicator: any Indicator
    private let clock: any UnitClock
    private let work: DutyWork
    private let report: Report
    private let state: Mutex<State>

    package init(
        machine: DutyMachine, recorder: Recorder, mute: SoundMute, journal: JournalQueue, indicator: any Indicator,
        clock: any UnitClock, work: DutyWork, report: @escaping Report
    ) {
        self.recorder = recorder
        self.mute = mute
        self.journal = journal
        self.indicator = indicator
        self.clock = clock
        self.work = work
        self.report = report
        state = Mutex(State(machine: machine, facts: DutyFacts(), recording: nil))
    }

    /// What the unit is at.
    package var standing: DutyStanding {
        state.withLock { $0.machine.standing }
    }

    /// The machine as it is now: a value, for whoever reports on it.
    package var machine: DutyMachine {
        state.withLock { $0.machine }
    }

    package var facts: DutyFacts {
        state.withLock { $0.facts }
    }

    /// Tells what was measured, for the entries from now on.
    package func update(_ change: (inout DutyFacts) -> Void) {
        state.withLock { change(&$0.facts) }
    }

    /// Takes an input, performs what comes of it, and answers when the journal has it.
    ///
    /// - Parameters:
    ///   - input: What happened.
    ///   - time: When, which may be a moment ago: a recording begins with what was before that.
    ///   - origin: Who or what it comes from.
    ///   - answer: Called on the journal's thread.
    package func handle(
        _ input: DutyInput, at time: MonotonicTime, from origin: DutyOrigin,
        answer: @escaping @Sendable (DutyAnswer) -> Void = { _ in }
    ) {
        let reading = clock.reading()
        state.withLock { state in
            let before = state.machine.standing
            let effects = state.machine.handle(input, at: time)
            let after = state.machine.standing
            for effect in effects { perform(effect, at: time, &state) }
            if input == .time, effects.isEmpty, before == after { return }
            let record = DutyRecord(
                input: input, origin: origin, effects: effects, before: before, after: after, clock: reading,
                facts: state.facts, recording: state.recording)
            let result = DutyAnswer(
                effects: effects, standing: after, recording: state.recording, isDurable: true)
            let isDiscreet = state.machine.discreetEnds != nil
            journal.append(record.entries) { [self] position in
                announce(record, discreetly: isDiscreet, position)
                var result = result
                result.isDurable = position != nil
                answer(result)
            }
            if effects.contains(.shiftEnded) {
                state.facts.officer = nil
                state.facts.shift = nil
            }
        }
    }

    /// Takes an input and waits for the journal.
    package func perform(_ input: DutyInput, from origin: DutyOrigin) async -> DutyAnswer {
        await withCheckedContinuation { continuation in
            handle(input, at: clock.now, from: origin) { continuation.resume(returning: $0) }
        }
    }

    /// Begins a shift for an officer.
    ///
    /// - Parameters:
    ///   - officer: In every entry until the shift ends, like `shift`, its id.
    ///   - shift: Its id.
    ///   - trainingIsCurrent: Whether the officer may use the unit (section E).
    ///   - time: When.
    ///   - origin: Who says so.
    ///   - answer: Called on the journal's thread.
    package func startShift(
        officer: String, shift: String, trainingIsCurrent: Bool, at time: MonotonicTime, from origin: DutyOrigin,
        answer: @escaping @Sendable (DutyAnswer) -> Void = { _ in }
    ) {
        state.withLock { state in
            // One that runs is refused by the machine, and keeps its own.
            guard state.machine.shift == .none else { return }
            state.facts.officer = officer
            state.facts.shift = shift
        }
        handle(.startShift(trainingIsCurrent: trainingIsCurrent), at: time, from: origin, answer: answer)
    }

    /// Takes a command, with what it says of people, and waits for the journal.
    package func perform(
        command: DutyCommand, input: DutyInput, from source: String
    ) async -> DutyAnswer {
        await withCheckedContinuation { continuation in
            handle(command: command, input: input, at: clock.now, from: source) { continuation.resume(returning: $0) }
        }
    }

    /// Takes a command, with what it says of people.
    package func handle(
        command: DutyCommand, input: DutyInput, at time: MonotonicTime, from source: String,
        answer: @escaping @Sendable (DutyAnswer) -> Void = { _ in }
    ) {
        let origin = DutyOrigin(source, statement: command.statement, supervisor: command.supervisor)
        if case .startShift(let isCurrent) = input, let officer = command.officer {
            startShift(
                officer: officer, shift: command.shift ?? "\(clock.reading().utc)", trainingIsCurrent: isCurrent,
                at: time, from: origin, answer: answer)
        } else {
            handle(input, at: time, from: origin, answer: answer)
        }
    }

    /// Lets deadlines pass; to be called every tenth of a second or so.
    package func tick(_ now: MonotonicTime) {
        let isDue = state.withLock { $0.machine.nextDeadline.map { $0 <= now } ?? false }
        if isDue { handle(.time, at: now, from: DutyOrigin("time")) }
    }

    // MARK: - Effects

    private func perform(_ effect: DutyEffect, at time: MonotonicTime, _ state: inout State) {
        switch effect {
        case .startRecording(let order):
            let started = recorder.start(
                trigger: order.trigger,
                circumstances: RecordingCircumstances(
                    officer: state.facts.officer, shift: state.facts.shift, category: order.category?.rawValue,
                    isUnfit: order.isUnfit, isUntested: order.isUntested, isRestricted: order.isRestricted,
                    closes: order.closes?.code), at: time)
            if let started { state.recording = started.recording.number }
        case .stopRecording(let order):
            if recorder.stop(cause: order.code, at: time) == nil {
                report(.warning("no recording runs that \(order.code) could end"))
            }
        case .mark(let kind, let isRecorded):
            if isRecorded { note("marker \(kind.rawValue)", at: time) }
        case .categorise(let category, let isSuggestion):
            note("\(isSuggestion ? "suggested category" : "category") \(category.rawValue)", at: time)
        case .label(let label): note("label \(label.rawValue)", at: time)
        case .exception(let exception): note("exception \(exception.rawValue)", at: time)
        case .restrict: note("restricted", at: time)
        case .discardPreEvent: recorder.pausePreEvent()
        case .resumePreEvent: recorder.resumePreEvent()
        case .mute(let isMuted): mute.set(isMuted, at: time)
        case .runSelfTest(let kind): work.runSelfTest(kind)
        case .discreet, .report, .malfunctionEnded, .reportStub, .exceptionReport, .prompt, .triggerNotFollowed,
            .refused, .shiftStarted, .shiftEnded:
            // Shown or told when the journal has them.
            break
        }
    }

    /// Into the recording that runs; where none does, the journal's entry is all there is.
    private func note(_ text: String, at time: MonotonicTime) {
        _ = recorder.note(text, at: time)
    }

    private func announce(_ record: DutyRecord, discreetly isDiscreet: Bool, _ position: JournalPosition?) {
        for effect in record.effects {
            switch effect {
            case .prompt(let prompt):
                let indication = prompt.indication
                indicator.show(isDiscreet ? indication.discreet : indication, for: prompt, at: clock.now)
            case .report, .malfunctionEnded, .reportStub, .exceptionReport:
                work.report(
                    DutyNotice(
                        effect: effect, recording: record.recording, officer: record.facts.officer,
                        shift: record.facts.shift, statement: record.origin.statement,
                        journal: position?.sequence))
            case .startRecording, .stopRecording, .mark, .categorise, .label, .exception, .restrict, .discardPreEvent,
                .resumePreEvent, .mute, .discreet, .runSelfTest, .triggerNotFollowed, .refused, .shiftStarted,
                .shiftEnded:
                break
            }
        }
    }
}

extension StartOrder {
    /// What asked for it, for the recording's header.
    var trigger: String {
        switch cause {
        case .trigger(let source): source.rawValue
        case .resumption: "resumption"
        }
    }
}
