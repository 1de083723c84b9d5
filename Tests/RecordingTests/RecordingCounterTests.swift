import CameraModel
import Recording
import Simulation
import Testing

@Suite struct RecordingCounterTests {
    @Test func `without a file the count is zero`() throws {
        #expect(try RecordingCounter(disk: SimulatedDisk()).read() == 0)
    }

    @Test func `what was written survives a power cut`() throws {
        let disk = SimulatedDisk()
        try RecordingCounter(disk: disk).write(41)
        try RecordingCounter(disk: disk).write(42)
        #expect(try RecordingCounter(disk: disk.powerCutLosingAll()).read() == 42)
    }

    @Test(arguments: [
        "", "x", "-5", "9223372036854775807", "99999999999999999999999999", "\u{0}\u{0}", "1000000000000000",
    ])
    func `what cannot be a count is none`(text: String) throws {
        let disk = SimulatedDisk(files: [SimulatedFile(path: "counter", bytes: Array((text + "\n").utf8))])
        #expect(try RecordingCounter(disk: disk).read() == 0)
    }

    @Test(arguments: [DiskFault.error(5), .error(28), .silentLoss, .tornWrite, .shortWrite(0.5)])
    func `a power cut after a failure at any call leaves the old number or the new one`(fault: DiskFault) throws {
        for call in 1...8 {
            let disk = SimulatedDisk()
            try RecordingCounter(disk: disk).write(1_234_567)
            disk.failCall(number: disk.callCount + call, with: fault)
            do {
                try RecordingCounter(disk: disk).write(7_654_321)
            } catch {
                // A second start meets what the first left behind.
                disk.clearFaults()
            }
            for seed in 0..<4 as Range<UInt64> {
                let after = disk.powerCut(seed: seed)
                #expect([1_234_567, 7_654_321].contains(try RecordingCounter(disk: after).read()))
                try RecordingCounter(disk: after).write(9)
                #expect(try RecordingCounter(disk: after).read() == 9)
            }
        }
    }
}
