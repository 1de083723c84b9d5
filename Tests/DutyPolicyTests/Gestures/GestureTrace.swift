import CameraModel
import DutyPolicy
import Testing

/// Feeds edges one by one, and checks of each what must hold of any edges, in whatever order their stamps are.
struct GestureTrace {
    private(set) var recogniser: GestureRecogniser
    private let hold: Duration
    private(set) var edges: [Edge] = []
    private(set) var events: [GestureEvent] = []
    /// When the button went down with nothing before it that it could be the bouncing of.
    private var cleanPresses: [MonotonicTime] = []
    private var isBack = false
    /// A stop was asked for, and the button not seen up since.
    private var hasHeld = false
    /// The first thing that was wrong.
    private(set) var fault: String?

    init(settings: GestureSettings = GestureSettings()) {
        recogniser = GestureRecogniser(settings: settings, hasMute: true)
        hold = settings.hold
    }

    mutating func take(_ edge: Edge) {
        let before = edges.last
        // How far apart presses on both sides of a step back were, nobody can say.
        isBack = before.map { edge.time < $0.time } ?? false
        if isBack { cleanPresses = [] }
        let told = recogniser.take(edge)
        let timeOuts = told.prefix { $0.time != edge.time || isTimeOut($0.gesture) }
        check(timeOuts: Array(timeOuts), until: edge.time)
        check(told.dropFirst(timeOuts.count), of: edge, before: before)
        edges.append(edge)
        events += told
        if edge.motion == .release { hasHeld = false }
    }

    mutating func wait(until time: MonotonicTime) {
        let told = recogniser.advance(to: time)
        check(timeOuts: told, until: time)
        events += told
        if let next = recogniser.nextDeadline, next <= time { blame("a deadline at \(next) was left at \(time)") }
    }

    private func isTimeOut(_ gesture: Gesture) -> Bool {
        switch gesture {
        case .pressedOnce, .holdBegan, .held, .stuck, .muteBegan: true
        case .pressed, .doublePressed, .holdEnded, .holdWithdrawn, .muteEnded, .freed: false
        }
    }

    /// A time-out is exact, in order, and, where it asks to stop, that of a contact that has closed and not moved since.
    private mutating func check(timeOuts: [GestureEvent], until time: MonotonicTime) {
        if timeOuts != timeOuts.sorted(by: { $0.time < $1.time }) { blame("time-outs out of order") }
        for event in timeOuts {
            if event.time > time { blame("\(event) was told before its time, at \(time)") }
            switch event.gesture {
            case .held(let since):
                if event.time != since + hold { blame("a hold of the wrong length: \(event)") }
                if edges.last != Edge(.press, at: since) { blame("no hold without a break: \(event)") }
                if hasHeld { blame("a second stop in one hold: \(event)") }
                hasHeld = true
            case .holdBegan(let since):
                if event.time != since + GestureSettings.doublePress { blame("a count begun late: \(event)") }
            case .stuck:
                if edges.last != Edge(.press, at: event.time - GestureSettings.recordStuck) {
                    blame("stuck though it moved: \(event)")
                }
            case .pressedOnce(let since):
                if event.time <= since + GestureSettings.doublePress { blame("single too early: \(event)") }
                if edges.last?.motion != .release { blame("single though down: \(event)") }
                if cleanPresses.last != since { blame("single though not clean, or not alone: \(event)") }
            case .pressed, .doublePressed, .holdEnded, .holdWithdrawn, .muteBegan, .muteEnded, .freed:
                blame("no time-out: \(event)")
            }
        }
    }

    /// Every press that is no bounce is told at once, and as a start where it follows another one closely.
    private mutating func check(_ told: ArraySlice<GestureEvent>, of edge: Edge, before: Edge?) {
        guard edge.motion == .press else { return }
        let isQuiet = before.map { edge.time - $0.time >= GestureSettings.bounce || edge.time < $0.time } ?? true
        guard isQuiet else { return }
        let gap = cleanPresses.last.map { edge.time - $0 }
        let isSecond = isBack || gap.map { $0 >= .zero && $0 <= GestureSettings.doublePress } ?? false
        cleanPresses.append(edge.time)
        let presses = told.filter { $0.gesture == .pressed || $0.gesture == .doublePressed }
        if presses.count != 1 || presses.first?.time != edge.time { blame("\(edge) was told as \(told)") }
        if isSecond, presses.first?.gesture != .doublePressed { blame("no start of a double press at \(edge)") }
    }

    private mutating func blame(_ what: String) {
        fault = fault ?? "\(what), after \(edges.map(\.description))"
    }
}
