import CameraModel
import Testing

@testable import DutyPolicy

/// Random lives of a unit: whatever happens, the ledger adds up.
struct ShiftLedgerTraceTests {
    @Test(arguments: 0..<40)
    func `D.4: the ledger adds up, overlaps nowhere and is negative nowhere`(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var script = LedgerScript()
        script.at(.ready)
        for _ in 0..<400 { Self.happen(to: &script, &random) }
        var shuffled = script.marks
        // Some come late, some twice.
        for _ in 0..<20 {
            let index = Int.random(in: 1..<shuffled.count, using: &random)
            shuffled.swapAt(index, max(1, index - Int.random(in: 0...3, using: &random)))
            shuffled.insert(shuffled[index], at: min(shuffled.count, index + 2))
        }
        var ledger = ShiftLedger(startingAt: shuffled[0], longestSilence: seed % 2 == 0 ? .seconds(30) : nil)
        var before = LedgerLength.zero
        for mark in shuffled.dropFirst() {
            ledger.take(mark)
            try #require(ledger.length.nanoseconds >= before.nanoseconds)
            before = ledger.length
        }
        Self.check(ledger)
        #expect(ledger.intervals.count > 50)
    }

    @Test(arguments: 100..<140)
    func `D.4: with true clocks the ledger is as long as what truly passed`(seed: UInt64) {
        var random = SplitMix(state: seed)
        var script = LedgerScript()
        script.at(.ready)
        for _ in 0..<400 { Self.happen(to: &script, &random, steps: false) }
        script.mark(.heartbeat)
        let ledger = script.ledger(longestSilence: .seconds(30))
        Self.check(ledger)
        #expect(ledger.length.nanoseconds == script.truth)
        #expect(ledger.length.isKnown)
        #expect(ledger.lateMarks == 0)
        #expect(ledger.strayMarks == 0)
    }

    private static func check(_ ledger: ShiftLedger) {
        var end = LedgerLength.zero
        for interval in ledger.intervals {
            #expect(interval.start == end)
            #expect(interval.length.nanoseconds >= 0)
            #expect(interval.length.nanoseconds > 0 || !interval.length.isKnown)
            #expect((interval.length.uncertainty ?? 0) >= 0)
            end = end + interval.length
        }
        #expect(end == ledger.length)
        #expect(Set(ledger.intervals.map(\.account)).reduce(.zero) { $0 + ledger.total(of: $1) } == ledger.length)
    }

    private static let standings: [DutyStanding] = [
        .ready, .recording, .reason, .selfTest, .withheld, .docked, .fault(.cameraStalled), .privacy(.personal),
        .interrupted(.officer(.hamperedInvestigation)), .interrupted(.unit(.storage)),
    ]

    private static func happen(to script: inout LedgerScript, _ random: inout SplitMix, steps: Bool = true) {
        script.pass(nanoseconds: Int64.random(in: 0...5_000_000_000, using: &random))
        switch Int.random(in: 0..<20, using: &random) {
        case 0: script.mark(.processStart)
        case 1: script.mark(.processStart, standings.randomElement(using: &random))
        case 2: script.mark(.shutdown)
        case 3:
            script.mark(.heartbeat)
            script.reboot(afterSeconds: Int64.random(in: 0...300, using: &random))
            script.mark(.processStart, .ready)
        case 4: script.sleep(Int64.random(in: 1...300, using: &random))
        case 5 where steps: script.error = Int64.random(in: -4...4, using: &random) * LedgerScript.hour
        case 6 where steps: script.uncertainty = Bool.random(using: &random) ? nil : 1_000_000
        case 7: script.pass(Int64.random(in: 0...60, using: &random))
        case 8...12: script.mark(.heartbeat)
        default: script.at(standings.randomElement(using: &random) ?? .ready)
        }
    }
}
