import CameraModel
import Testing

@testable import DutyPolicy

/// The invariants, for every state that can be reached.
struct DutyExplorationTests {
    /// Whatever bears on a recording, its reason and its privacy.
    static let recording: [DutyInput] = [
        .time, .start(StartRequest(.manual)), .start(StartRequest(.lightBar)), .triggerEnded(.lightBar),
        .start(StartRequest(.weaponRack)), .triggerEnded(.weaponRack), .stop, .confirm, .keepRecording,
        .reason(ReasonStatement(.concluded)), .reason(ReasonStatement(.falseActivation)),
        .reason(ReasonStatement(.hamperedInvestigation)),
        .reason(ReasonStatement(.hamperedInvestigation, consultation: .notPossible)),
        .reason(ReasonStatement(.stripSearch)), .reason(ReasonStatement(.personal)), .speech(isHeard: true),
        .speech(isHeard: false), .agitation, .endPrivacy, .mute(true), .mute(false), .unable(.cameraAbsent), .able,
        .terminate(.storage),
    ]
    /// Whatever bears on shift, self-test and dock.
    static let shift: [DutyInput] = [
        .time, .start(StartRequest(.manual)), .start(StartRequest(.lightBar)), .triggerEnded(.lightBar), .stop,
        .confirm, .reason(ReasonStatement(.hamperedInvestigation)), .reason(ReasonStatement(.personal)), .endPrivacy,
        .startShift(trainingIsCurrent: true), .startShift(trainingIsCurrent: false), .endShift, .runSelfTest(.quick),
        .selfTestEnded(.passed), .selfTestEnded(.failed), .overrideWithheld, .dock, .undock,
        .unable(.storageError), .unable(.cameraAbsent), .able, .terminate(.battery),
    ]
    /// What hands and devices do beside it.
    static let beside: [DutyInput] = [
        .time, .start(StartRequest(.manual, category: .warrant)), .stop, .confirm, .mute(true), .mute(false),
        .discreet(true), .discreet(false), .mark(.rightsRead), .category(.interview), .label(.prudent),
        .exception(.violentSuspect), .malfunction(.microphoneSilent, isPresent: true),
        .malfunction(.microphoneSilent, isPresent: false), .declare(.theft), .declare(.cameraAbsent),
        .reason(ReasonStatement(.hospital)), .endPrivacy, .endShift, .dock, .undock, .selfTestEnded(.passed),
    ]

    enum Alphabet: String, CaseIterable {
        case recording
        case shift
        case beside

        var inputs: [DutyInput] {
            switch self {
            case .recording: DutyExplorationTests.recording
            case .shift: DutyExplorationTests.shift
            case .beside: DutyExplorationTests.beside
            }
        }
    }

    static func machine(isBodyWorn: Bool = true) -> DutyMachine {
        DutyMachine(times: .small, isBodyWorn: isBodyWorn, at: MonotonicTime(nanoseconds: 0))
    }

    @Test(arguments: Alphabet.allCases)
    func `D.2.b, D.3.b(2), D.3.c: every invariant holds in every state that can be reached`(alphabet: Alphabet) {
        let clock = ContinuousClock()
        let start = clock.now
        let exploration = DutyExploration(from: Self.machine(), alphabet: alphabet.inputs)
        #expect(exploration.failure == nil)
        #expect(exploration.states.count > 500)
        print(
            "explored \(alphabet): \(exploration.states.count) states, \(exploration.transitions) transitions in "
                + "\((clock.now - start).formatted)")
    }
}

extension Duration {
    fileprivate var formatted: String {
        "\(Double(nanoseconds / 10_000_000) / 100) s"
    }
}
