import CameraModel
import DutyPolicy
import Testing

@Suite struct ActivationTests {
    @Test func `D.2.b(1): a recording is of an interaction until somebody says more`() {
        #expect(DutyRun(.start(StartRequest(.manual))).starts.map(\.category) == [.interaction])
    }

    @Test(arguments: ActivationCategory.allCases.filter { $0.clause?.text.hasPrefix("D.2.b(2)") == true })
    func `D.2.b(2)a-k: a recording is begun for each listed event, and may be given its category later`(
        category: ActivationCategory
    ) {
        var run = DutyRun(.start(StartRequest(.siren, category: category)))
        #expect(run.starts.map(\.category) == [category])
        #expect(run.tell(.category(category)) == [.categorise(category, isSuggestion: false)])
    }

    @Test(arguments: Prompt.allCases)
    func `D.2.b NOTE: no prompt waits for an answer, and a start wins over each`(prompt: Prompt) {
        // Whatever asks leaves the machine in one of these; a start in each is a recording.
        for input in [DutyInput.stop, .reason(ReasonStatement(.hamperedInvestigation)), .confirm] {
            var run = DutyRun(.start(StartRequest(.manual)), .stop, input)
            run.tell(.start(StartRequest(.manual)))
            #expect(run.machine.state == .recording)
        }
        #expect(prompt.indication != Indication())
    }

    @Test func `D.2.c(1): another unit's recording begins one here, which its wearer alone ends`() {
        var run = DutyRun(.start(StartRequest(.peer, category: .backup)))
        #expect(run.machine.state == .recording)
        run.tell(.triggerEnded(.peer))
        run.pass(.seconds(600))
        #expect(run.machine.state == .recording)
    }

    @Test func `D.2.c(1): a conclusion while another unit still records is shown to the supervisor`() {
        let run = DutyRun(
            .start(StartRequest(.peer)), .stop, .reason(ReasonStatement(.concluded)), .confirm)
        #expect(run.stops.map(\.isContradicted) == [true])
        #expect(run.count(.triggersStillOn) == 1)
    }

    @Test func `D.2.c(2): a bare confirmation says that the interaction has concluded, and records ten seconds more`() {
        var run = DutyRun(.start(StartRequest(.manual)), .stop, .confirm)
        run.pass(.seconds(9))
        #expect(run.machine.hasOpenRecording)
        run.pass(.seconds(1))
        #expect(run.stops.map(\.cause) == [.officer(.concluded)])
        #expect(run.machine.state == .ready)
    }

    @Test func `D.2.c: a weapon's trigger a moment ago makes a stop be confirmed twice`() {
        var run = DutyRun(.start(StartRequest(.weaponRack)), .stop)
        run.tell(.reason(ReasonStatement(.concluded)))
        #expect(run.tell(.confirm) == [.prompt(.confirmAgain)])
        #expect(run.machine.hasOpenRecording)
        run.tell(.confirm)
        #expect(!run.machine.hasOpenRecording)
    }

    @Test func `D.2.c: a struggle between two confirmations asks for two again`() {
        var run = DutyRun(.start(StartRequest(.manual)), .agitation, .stop, .confirm, .agitation)
        run.tell(.confirm)
        #expect(run.machine.hasOpenRecording)
    }

    @Test func `D.5.b, D.5.b(1)-(4): a recording gets its evidence label at once`() {
        var run = DutyRun(.start(StartRequest(.manual)))
        for label in EvidenceLabel.allCases { #expect(run.tell(.label(label)) == [.label(label)]) }
    }

    @Test func `B.4: discreet mode ends by itself, so that a worn camera does not become a covert one`() {
        var run = DutyRun(.discreet(true))
        run.pass(.seconds(3599))
        #expect(run.machine.discreetEnds != nil)
        run.pass(.seconds(1))
        #expect(run.machine.discreetEnds == nil)
        #expect(run.effects.contains(.discreet(false)))
    }
}
