import CameraModel
import Testing

@testable import DutyPolicy

struct ShiftLedgerTests {
    private var script = LedgerScript()

    @Test mutating func `D.4: every state of the duty is put down, and a reason counts as recording`() {
        for standing in [
            .selfTest, .withheld, .ready, .recording, .reason, .interrupted(.officer(.hamperedInvestigation)),
            .privacy(.hospital), .fault(.cameraAbsent), .docked,
        ] as [DutyStanding] {
            script.at(standing)
            script.pass(2)
        }
        script.mark(.heartbeat)
        #expect(
            script.ledger().rows == [
                "self-test 2.0", "withheld 2.0", "ready 2.0", "recording 4.0", "interrupted(I01) 2.0",
                "privacy(P05) 2.0", "fault(M01) 2.0", "docked 2.0",
            ])
    }

    @Test mutating func `D.4: after kill -9 the time from the last heartbeat to the start is a gap`() {
        script.at(.recording)
        script.pass(10)
        script.mark(.heartbeat)
        script.pass(3)
        script.mark(.processStart)
        script.pass(1)
        script.at(.ready)
        script.pass(5)
        script.mark(.heartbeat)
        #expect(script.ledger().rows == ["recording 10.0", "off(killed) 4.0", "ready 5.0"])
        #expect(script.ledger().intervals[1].malfunctions == [.restart])
    }

    @Test mutating func `D.4: a firmware that ended in order was shut down, not killed`() {
        script.at(.ready)
        script.pass(10)
        script.mark(.shutdown)
        script.pass(30)
        script.mark(.processStart, .ready)
        script.pass(10)
        script.mark(.heartbeat)
        script.pass(2)
        script.mark(.processStart, .ready)
        #expect(script.ledger().rows == ["ready 10.0", "off(shutdown) 30.0", "ready 10.0", "off(killed) 2.0"])
        #expect(script.ledger().intervals[1].malfunctions.isEmpty)
    }

    @Test mutating func `D.4: a firmware that goes on after it said that it ends can still be killed`() {
        script.at(.ready)
        script.mark(.shutdown)
        script.pass(1)
        script.at(.ready)
        script.pass(5)
        script.mark(.processStart, .ready)
        #expect(script.ledger().rows == ["off(shutdown) 1.0", "off(killed) 5.0"])
    }

    @Test mutating func `D.4: a power cut lasts as long as the wall clock says, with both errors`() {
        script.at(.recording)
        script.pass(60)
        script.mark(.heartbeat)
        script.uncertainty = 700_000_000
        script.reboot(afterSeconds: 100)
        script.mark(.processStart)
        script.pass(1)
        script.at(.ready)
        script.pass(9)
        script.mark(.heartbeat)
        let ledger = script.ledger()
        #expect(ledger.rows == ["recording 60.0", "off(power-lost) 109.0", "ready 9.0"])
        #expect(ledger.intervals[1].length.uncertainty == 750_000_000)
        #expect(ledger.intervals[2].start.uncertainty == 750_000_000)
        #expect(ledger.length == LedgerLength(nanoseconds: script.truth, uncertainty: 750_000_000))
        #expect(ledger.intervals[1].malfunctions == [.powerLost])
    }

    @Test mutating func `D.4: a boot after a shutdown is no loss of power`() {
        script.at(.ready)
        script.mark(.shutdown)
        script.reboot(afterSeconds: 12)
        script.mark(.processStart, .ready)
        #expect(script.ledger().rows == ["off(shutdown) 20.0"])
    }

    @Test mutating func `D.4: the time asleep is told from the time awake`() {
        script.at(.ready)
        script.pass(5)
        script.sleep(600)
        script.pass(1)
        script.mark(.heartbeat)
        script.pass(4)
        script.mark(.heartbeat)
        #expect(script.ledger().rows == ["ready 6.0", "off(suspended) 600.0", "ready 4.0"])
    }

    @Test(arguments: [1, -1] as [Int64])
    mutating func `D.4: a wall clock that steps by an hour within a boot changes no length`(direction: Int64) {
        script.at(.ready)
        script.pass(10)
        script.error = direction * LedgerScript.hour
        script.at(.recording)
        script.pass(20)
        script.mark(.processStart, .ready)
        #expect(script.ledger().rows == ["ready 10.0", "off(killed) 20.0"])
        #expect(script.ledger().length == LedgerLength(nanoseconds: script.truth))
    }

    @Test mutating func `D.4: a wall clock that goes back across boots gives a gap of unknown length`() {
        script.at(.ready)
        script.pass(10)
        script.mark(.heartbeat)
        script.error = -LedgerScript.hour
        script.reboot(afterSeconds: 100)
        script.mark(.processStart, .ready)
        script.pass(7)
        script.mark(.heartbeat)
        let ledger = script.ledger()
        #expect(ledger.rows == ["ready 10.0", "off(power-lost) ?", "ready 7.0"])
        #expect(ledger.length == LedgerLength(nanoseconds: 17_000_000_000, unknownParts: 1))
        #expect(ledger.intervals[1].malfunctions == [.powerLost, .clockUnset])
    }

    @Test mutating func `D.4: a gap shorter than the new boot is a clock that went back`() {
        script.at(.ready)
        script.error = -104 * LedgerScript.second
        script.reboot(afterSeconds: 100)
        script.mark(.processStart, .ready)
        #expect(script.ledger().rows == ["off(power-lost) ?"])
    }

    @Test mutating func `D.4: a wall clock that goes forward across boots counts as it says`() {
        script.at(.ready)
        script.error = LedgerScript.hour
        script.uncertainty = nil
        script.reboot(afterSeconds: 92)
        script.mark(.processStart, .ready)
        #expect(script.ledger().rows == ["off(power-lost) 3700.0"])
        #expect(script.ledger().length.uncertainty == nil)
    }

    @Test mutating func `D.4: half a century is a clock that was set meanwhile, no gap of that length`() {
        script.error = -1_772_352_000 * LedgerScript.second
        script.at(.ready)
        script.error = 0
        script.reboot(afterSeconds: 100)
        script.mark(.processStart, .ready)
        #expect(script.ledger().rows == ["off(power-lost) ?"])
    }

    @Test mutating func `D.4: time before anything tells the duty is unexplained, and M93`() {
        script.mark(.heartbeat)
        script.pass(3)
        script.at(.ready)
        #expect(script.ledger().rows == ["off(unknown) 3.0"])
        #expect(script.ledger().unexplained.map(\.malfunctions) == [[.failureToRecord]])
    }

    @Test mutating func `D.4: a firmware without its heartbeat hung, and the time is unexplained`() {
        script.at(.recording)
        script.pass(5)
        script.mark(.heartbeat)
        script.pass(40)
        script.mark(.heartbeat)
        script.sleep(100)
        script.pass(5)
        script.mark(.heartbeat)
        #expect(
            script.ledger(longestSilence: .seconds(6)).rows == [
                "recording 5.0", "off(unknown) 40.0", "recording 5.0", "off(suspended) 100.0",
            ])
        #expect(script.ledger().rows == ["recording 50.0", "off(suspended) 100.0"])
    }

    @Test mutating func `a mark that comes twice or late counts as of the last one`() {
        script.at(.ready)
        script.pass(5)
        script.at(.recording)
        script.repeatMark(1)
        script.repeatMark(0)
        script.pass(5)
        script.mark(.heartbeat)
        let ledger = script.ledger()
        #expect(ledger.rows == ["ready 10.0"])
        #expect(ledger.lateMarks == 1)
    }

    @Test mutating func `a mark of a boot that had ended is counted and nothing else`() {
        script.at(.ready)
        script.reboot(afterSeconds: 2)
        script.mark(.processStart, .ready)
        script.pass(5)
        script.repeatMark(0)
        script.mark(.heartbeat)
        #expect(script.ledger().rows == ["off(power-lost) 10.0", "ready 5.0"])
        #expect(script.ledger().strayMarks == 1)
    }

    @Test(arguments: [
        (Int64.max, Int64.max), (.min, .min), (505_000_000_000, .max), (505_000_000_000, .min),
        (505_000_000_000, 390_000_000_000), (500_500_000_000, 409_000_000_000),
    ])
    mutating func `clocks that contradict each other are not believed`(boottime: Int64, monotonic: Int64) {
        script.at(.ready)
        var mark = LedgerMark(.standing, boot: script.boot, clock: script.reading, standing: .recording)
        mark.clock.boottime = boottime
        mark.clock.monotonic.nanoseconds = monotonic
        var ledger = script.ledger()
        ledger.take(mark)
        script.pass(10)
        ledger.take(LedgerMark(.standing, boot: script.boot, clock: script.reading, standing: .ready))
        #expect(ledger.length.nanoseconds == 10_000_000_000)
        #expect(ledger.strayMarks + ledger.lateMarks == 1)
        #expect(ledger.rows.count == 1)
    }

    @Test func `a standing is read back from its state and its code`() {
        for standing in [
            .ready, .reason, .interrupted(.officer(.supervisorDirection)), .interrupted(.unit(.battery)),
            .privacy(.telephone), .fault(.storageFull),
        ] as [DutyStanding] {
            #expect(DutyStanding(state: standing.state, code: standing.code) == standing)
        }
        #expect(DutyStanding(state: .privacy, code: "P99") == nil)
        #expect(DutyStanding(state: .fault, code: nil) == nil)
    }
}
