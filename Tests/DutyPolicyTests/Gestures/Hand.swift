import CameraModel
import DutyPolicy

/// So many milliseconds into a test.
func moment(_ milliseconds: Int) -> MonotonicTime {
    MonotonicTime(nanoseconds: 1_000_000_000_000 + Int64(milliseconds) * 1_000_000)
}

/// One edge of a button, as a driver tells it.
struct Edge: Hashable, CustomStringConvertible {
    enum Motion { case press, release }
    var motion: Motion
    var button: Button
    var time: MonotonicTime

    init(_ motion: Motion, _ button: Button = .record, at time: MonotonicTime) {
        self.motion = motion
        self.button = button
        self.time = time
    }

    var description: String { "\(motion) \(button) at \((time - moment(0)) / .milliseconds(1)) ms" }
}

extension GestureRecogniser {
    mutating func take(_ edge: Edge) -> [GestureEvent] {
        switch edge.motion {
        case .press: press(edge.button, at: edge.time)
        case .release: release(edge.button, at: edge.time)
        }
    }
}

/// A hand on a unit's buttons, and all that was recognised of it; times are milliseconds.
struct Hand {
    var recogniser: GestureRecogniser
    private(set) var events: [GestureEvent] = []

    init(settings: GestureSettings = GestureSettings(), hasMute: Bool = true) {
        recogniser = GestureRecogniser(settings: settings, hasMute: hasMute)
    }

    mutating func press(_ milliseconds: Int) {
        press(.record, milliseconds)
    }

    mutating func press(_ button: Button, _ milliseconds: Int) {
        events += recogniser.press(button, at: moment(milliseconds))
    }

    mutating func release(_ milliseconds: Int) {
        release(.record, milliseconds)
    }

    mutating func release(_ button: Button, _ milliseconds: Int) {
        events += recogniser.release(button, at: moment(milliseconds))
    }

    mutating func wait(until milliseconds: Int) {
        events += recogniser.advance(to: moment(milliseconds))
    }

    var gestures: [Gesture] { events.map(\.gesture) }
}

/// A unit that does what gestures ask, and nothing else: what the duty state machine does with them, in little.
struct NaiveUnit {
    let singlePressStarts: Bool
    var context = GestureContext.idle
    var begun = 0
    var stopsRequested = 0
    var stopsConfirmed = 0
    var marks = 0

    init(singlePressStarts: Bool, context: GestureContext = .idle) {
        self.singlePressStarts = singlePressStarts
        self.context = context
    }

    mutating func obey(_ event: GestureEvent) {
        switch event.gesture.meaning(in: context, singlePressStarts: singlePressStarts) {
        case .start:
            if case .recording = context { return }
            if case .idle = context { begun += 1 }
            context = .recording(since: event.time)
        case .requestStop:
            stopsRequested += 1
            context = .reason(since: event.time)
        case .confirmStop:
            stopsConfirmed += 1
            context = .idle
        case .mark: marks += 1
        case .stopCountBegan, .stopCountEnded, .mute, .unmute, .buttonStuck, .buttonFreed, nil: break
        }
    }
}
