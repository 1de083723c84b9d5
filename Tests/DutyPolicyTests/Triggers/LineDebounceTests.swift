import CameraModel
import DutyPolicy
import Testing

@Suite struct LineDebounceTests {
    private var line = LineDebounce()

    @Test mutating func `a line that stays high is on after 250 ms, since its first edge`() {
        #expect(line.level(true, at: moment(0)) == [])
        #expect(line.nextDeadline == moment(250))
        #expect(line.advance(to: moment(249)) == [])
        #expect(
            line.advance(to: moment(9000)) == [LineEdge(edge: .on, time: moment(0), settled: moment(250))])
        #expect(line.isOn)
        #expect(line.nextDeadline == nil)
    }

    @Test mutating func `D.2.b(2)a: a progressive switch that bounces for 100 ms at a time gives one start`() {
        var edges: [LineEdge] = []
        for step in 0..<20 {
            edges += line.level(step.isMultiple(of: 2), at: moment(step * 100))
        }
        edges += line.level(true, at: moment(2000))
        edges += line.advance(to: moment(60_000))
        #expect(edges == [LineEdge(edge: .on, time: moment(0), settled: moment(450))])
    }

    @Test mutating func `spikes that are far apart never add up`() {
        for spike in 0..<100 {
            #expect(line.level(true, at: moment(spike * 300)) == [])
            #expect(line.level(false, at: moment(spike * 300 + 40)) == [])
        }
        #expect(line.advance(to: moment(60_000)) == [])
    }

    @Test mutating func `frequent but short spikes come to nothing within 2 s, again and again`() {
        for spike in 0..<200 {
            #expect(line.level(true, at: moment(spike * 100)) == [])
            #expect(line.level(false, at: moment(spike * 100 + 10)) == [])
        }
        #expect(!line.isOn)
    }

    @Test mutating func `a line is off when it was low for 2 s, since it fell`() {
        _ = line.level(true, at: moment(0))
        _ = line.level(false, at: moment(5000))
        #expect(line.isOn)
        #expect(
            line.advance(to: moment(7000)) == [LineEdge(edge: .off, time: moment(5000), settled: moment(7000))])
        #expect(!line.isOn)
    }

    @Test mutating func `a rise within the 2 s goes on with the same event`() {
        _ = line.level(true, at: moment(0))
        _ = line.level(false, at: moment(5000))
        #expect(line.level(true, at: moment(6999)) == [])
        #expect(line.level(false, at: moment(7010)) == [])
        #expect(
            line.level(true, at: moment(20_000))
                == [LineEdge(edge: .off, time: moment(7010), settled: moment(9010))])
    }

    @Test mutating func `the same level again changes nothing`() {
        _ = line.level(true, at: moment(0))
        #expect(
            line.level(true, at: moment(500)) == [LineEdge(edge: .on, time: moment(0), settled: moment(250))])
        #expect(line.level(true, at: moment(600)) == [])
        _ = line.level(false, at: moment(1000))
        #expect(line.level(false, at: moment(2999)) == [])
        #expect(line.nextDeadline == moment(3000))
    }

    @Test mutating func `a level stamped backwards is counted, and its count begun anew`() {
        _ = line.level(true, at: moment(10_000))
        _ = line.level(true, at: moment(1000))
        #expect(line.backwards == 1)
        #expect(line.nextDeadline == moment(1250))
        #expect(
            line.advance(to: moment(1250)) == [LineEdge(edge: .on, time: moment(1000), settled: moment(1250))])
    }

    @Test(arguments: [Int64.min, .max, 0]) func `foreign stamps do not trap, and the line works afterwards`(
        stamp: Int64
    ) {
        var line = LineDebounce()
        for level in [true, false, true, true, false] {
            _ = line.level(level, at: MonotonicTime(nanoseconds: stamp))
            _ = line.advance(to: MonotonicTime(nanoseconds: .max))
            _ = line.level(level, at: moment(0))
        }
        _ = line.advance(to: moment(10_000))
        _ = line.level(true, at: moment(20_000))
        _ = line.advance(to: moment(30_000))
        #expect(line.isOn)
    }
}
