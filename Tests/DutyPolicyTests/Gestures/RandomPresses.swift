import CameraModel
import DutyPolicy

/// Edges as hands, struggles and bad switches make them, the same for the same seed (SplitMix64; Steele, Lea, Flood 2014).
struct RandomPresses: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// Quick presses, none as long as a hold.
    mutating func mashing() -> [Edge] {
        strokes(count: 1...20, down: 20...400, up: 20...900)
    }

    /// Presses of every length, as of a body that rolls over the button.
    mutating func leaning() -> [Edge] {
        strokes(count: 1...8, down: 20...9000, up: 20...2500)
    }

    /// Mashing and leaning at once through a switch that bounces, with edges lost, and stamps that are equal or go back.
    mutating func struggle() -> [Edge] {
        var edges = Bool.random(using: &self) ? mashing() : leaning()
        for index in edges.indices.reversed() {
            switch Int.random(in: 0..<20, using: &self) {
            case 0, 1:
                edges.remove(at: index)
            case 2, 3, 4:
                let edge = edges[index]
                let other: Edge.Motion = edge.motion == .press ? .release : .press
                for bounce in 1...Int.random(in: 1...4, using: &self) {
                    let time = edge.time + .milliseconds(bounce * Int.random(in: 0...6, using: &self))
                    edges.insert(Edge(bounce % 2 == 1 ? other : edge.motion, at: time), at: index + bounce)
                }
            case 5:
                edges[index].time = edges[index].time - .milliseconds(Int.random(in: 0...3000, using: &self))
            default:
                break
            }
        }
        return edges
    }

    private mutating func strokes(
        count: ClosedRange<Int>, down: ClosedRange<Int>, up: ClosedRange<Int>
    ) -> [Edge] {
        var time = 0
        return (0..<Int.random(in: count, using: &self)).flatMap { _ in
            let pressed = time
            let released = pressed + Int.random(in: down, using: &self)
            time = released + Int.random(in: up, using: &self)
            return [Edge(.press, at: moment(pressed)), Edge(.release, at: moment(released))]
        }
    }
}
