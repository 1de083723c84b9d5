import CameraModel
import DutyPolicy
import Testing

@Suite struct GesturePropertyTests {
    @Test(arguments: [false, true])
    func `D.2.b: 1000 random press patterns never stop and never start twice`(singlePressStarts: Bool) {
        var random = RandomPresses(seed: 1)
        var started = 0
        for pattern in 0..<1000 {
            let edges = random.mashing()
            var recogniser = GestureRecogniser(hasMute: true)
            var unit = NaiveUnit(singlePressStarts: singlePressStarts)
            for edge in edges { for event in recogniser.take(edge) { unit.obey(event) } }
            for event in recogniser.advance(to: moment(100_000)) { unit.obey(event) }
            #expect(unit.stopsRequested == 0 && unit.begun <= 1, "pattern \(pattern): \(edges)")
            let presses = edges.filter { $0.motion == .press }.map(\.time)
            let isStart =
                singlePressStarts || zip(presses, presses.dropFirst()).contains { $1 - $0 <= .milliseconds(600) }
            #expect((unit.begun == 1) == isStart, "pattern \(pattern): \(edges)")
            started += unit.begun
        }
        #expect(started > 500)
    }

    @Test func `D.2.c: 2000 random struggles with a recording unit ask to stop only by a whole hold`() throws {
        var random = RandomPresses(seed: 2)
        var held = 0
        var odd = GestureAnomalies()
        for pattern in 0..<2000 {
            var trace = GestureTrace()
            for edge in random.struggle() { trace.take(edge) }
            trace.wait(until: moment(200_000))
            try #require(trace.fault == nil, "pattern \(pattern)")
            held += trace.events.count { if case .held = $0.gesture { true } else { false } }
            odd.bounces += trace.recogniser.anomalies.bounces
            odd.backwards += trace.recogniser.anomalies.backwards
            odd.lostReleases += trace.recogniser.anomalies.lostReleases
            odd.lostPresses += trace.recogniser.anomalies.lostPresses
        }
        // The patterns would show nothing if they had none of it.
        #expect(min(held, odd.bounces, odd.backwards, odd.lostReleases, odd.lostPresses) > 100)
    }

    @Test func `D.2.c: 1000 times of leaning give one stop for each whole hold that begins apart, and no other`() {
        var random = RandomPresses(seed: 3)
        var held = 0
        for pattern in 0..<1000 {
            let edges = random.leaning()
            var trace = GestureTrace()
            for edge in edges { trace.take(edge) }
            trace.wait(until: moment(200_000))
            #expect(trace.fault == nil, "pattern \(pattern)")
            var wanted: [MonotonicTime] = []
            var lastPress: MonotonicTime?
            for index in stride(from: 0, to: edges.count, by: 2) {
                let (down, up) = (edges[index].time, edges[index + 1].time)
                let isApart = lastPress.map { down - $0 > .milliseconds(600) } ?? true
                if isApart, up - down >= .seconds(3) { wanted.append(down) }
                lastPress = down
            }
            let stops: [MonotonicTime] = trace.events.compactMap {
                if case .held(let since) = $0.gesture { since } else { nil }
            }
            #expect(stops == wanted, "pattern \(pattern): \(edges)")
            held += stops.count
        }
        #expect(held > 1000)
    }

    @Test func `D.2.b: 500 random patterns give the same gestures however often time is asked about`() {
        var random = RandomPresses(seed: 4)
        for pattern in 0..<500 {
            let edges = Bool.random(using: &random) ? random.leaning() : random.mashing()
            var late = GestureRecogniser(hasMute: true)
            var live = late
            var polled = late
            var told: (late: [GestureEvent], live: [GestureEvent], polled: [GestureEvent]) = ([], [], [])
            var poll = moment(0)
            for edge in edges {
                while let deadline = live.nextDeadline, deadline < edge.time {
                    told.live += live.advance(to: deadline)
                }
                while poll < edge.time {
                    told.polled += polled.advance(to: poll)
                    poll = poll + .milliseconds(Int.random(in: 1...400, using: &random))
                }
                told.late += late.take(edge)
                told.live += live.take(edge)
                told.polled += polled.take(edge)
            }
            #expect(told.live == told.late && told.polled == told.late, "pattern \(pattern): \(edges)")
        }
    }

    /// Before, at once, a bounce, a quick hand, just too late for two presses, a whole hold; in milliseconds.
    @Test(arguments: [([10, 300, 3000], 6, 18_662), ([-40, 0, 10, 300, 601, 3000], 4, 3770)])
    func `D.2.c: all sequences of up to 6 edges keep to the rules`(gaps: [Int], length: Int, count: Int) {
        var visited = 0
        var faults: [String] = []
        func extend(_ trace: GestureTrace, from time: Int, by length: Int) {
            var ended = trace
            ended.wait(until: moment(time + 40_000))
            if let fault = ended.fault { faults.append(fault) }
            guard length > 0, faults.isEmpty else { return }
            for gap in trace.edges.isEmpty ? [0] : gaps {
                for motion in [Edge.Motion.press, .release] {
                    var next = trace
                    next.take(Edge(motion, at: moment(time + gap)))
                    visited += 1
                    extend(next, from: time + gap, by: length - 1)
                }
            }
        }
        extend(GestureTrace(), from: 0, by: length)
        #expect(faults == [])
        #expect(visited == count)
    }
}
