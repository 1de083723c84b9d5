import CameraModel

/// A camera's script, worked out: what the camera does at each instant and with each frame.
///
/// Times are nanoseconds since the shift's start.
struct CameraPlan: Hashable, Sendable {
    /// What becomes of one frame.
    enum Fate: Hashable, Sendable { case whole, lost, damaged, truncated }

    /// What the driver says about time.
    enum Stamping: Hashable, Sendable { case truthful, fromZero, frozen }

    /// What there is to see.
    enum View: Hashable, Sendable { case clear, black, frozen, covered }

    private struct ViewChange: Hashable, Sendable {
        var time: Int64
        var view: View
    }

    private struct FramesFault: Hashable, Sendable {
        var numbers: Range<Int64>
        var fate: Fate
    }

    private struct SizeChange: Hashable, Sendable {
        var time: Int64
        var width: Int
        var height: Int
    }

    private struct StampingChange: Hashable, Sendable {
        var time: Int64
        var stamping: Stamping
    }

    private(set) var timeline: FrameTimeline
    private let absences: [Range<Int64>]
    private let stalls: [Range<Int64>]
    private var framesFaults: [FramesFault] = []
    private var sizeChanges: [SizeChange] = []
    private var stampingChanges: [StampingChange] = []
    private var viewChanges: [ViewChange] = []
    private var wraps: [Int64] = []

    init(script: DeviceScript<CameraFault>, rate: FrameRate) {
        timeline = FrameTimeline(rate: rate)
        absences = script.ranges(from: { $0 == .unplug }, to: { $0 == .plug })
        stalls = script.ranges { if case .stall(let length) = $0 { length } else { nil } }
        for entry in script.entries { add(entry.fault, at: entry.time.nanoseconds) }
    }

    private mutating func add(_ fault: CameraFault, at time: Int64) {
        switch fault {
        case .unplug, .plug, .stall: break
        case .lose(let count): add(.lost, count, at: time)
        case .damage(let count): add(.damaged, count, at: time)
        case .truncate(let count): add(.truncated, count, at: time)
        case .rate(let rate): timeline.change(to: rate, at: time)
        case .changeSize(let width, let height):
            sizeChanges.append(SizeChange(time: time, width: width, height: height))
        case .wrapTimestamp: stampingChanges.append(StampingChange(time: time, stamping: .fromZero))
        case .frozenTimestamp: stampingChanges.append(StampingChange(time: time, stamping: .frozen))
        case .trueTimestamp: stampingChanges.append(StampingChange(time: time, stamping: .truthful))
        case .clear: viewChanges.append(ViewChange(time: time, view: .clear))
        case .black: viewChanges.append(ViewChange(time: time, view: .black))
        case .frozen: viewChanges.append(ViewChange(time: time, view: .frozen))
        case .covered: viewChanges.append(ViewChange(time: time, view: .covered))
        case .wrapSequence: wraps.append(timeline.firstNumber(atOrAfter: time))
        }
    }

    private mutating func add(_ fate: Fate, _ count: Int, at time: Int64) {
        guard count > 0 else { return }
        let first = timeline.firstNumber(atOrAfter: time)
        let (end, overflow) = first.addingReportingOverflow(Int64(count))
        framesFaults.append(FramesFault(numbers: first..<(overflow ? .max : end), fate: fate))
    }

    /// Whether the camera is plugged in.
    func isPresent(at time: Int64) -> Bool {
        !absences.contains { $0.contains(time) }
    }

    /// When a camera opened at `time` is unplugged.
    func unplugged(after time: Int64) -> Int64? {
        absences.first { $0.lowerBound >= time }?.lowerBound
    }

    /// The size that the input has taken by itself, or `nil` when that is left to whoever opens it.
    func size(at time: Int64) -> (width: Int, height: Int)? {
        sizeChanges.last { $0.time <= time }.map { ($0.width, $0.height) }
    }

    /// When the input's size next changes.
    func sizeChanged(after time: Int64) -> Int64? {
        sizeChanges.first { $0.time > time }?.time
    }

    /// The end of the stall at `time`, if there is one.
    func stallEnd(at time: Int64) -> Int64? {
        stalls.filter { $0.contains(time) }.map(\.upperBound).max()
    }

    /// The worst of what the script says of this frame: lost before damaged before truncated.
    func fate(of number: Int64) -> Fate {
        let fates = framesFaults.filter { $0.numbers.contains(number) }.map(\.fate)
        return [.lost, .damaged, .truncated].first { fates.contains($0) } ?? .whole
    }

    /// What the driver says about a frame taken at `time`, in nanoseconds since the shift's start when it is the truth.
    func stamp(at time: Int64) -> (stamping: Stamping, since: Int64) {
        stampingChanges.last { $0.time <= time }.map { ($0.stamping, $0.time) } ?? (.truthful, 0)
    }

    /// What a frame taken at `time` shows, and since when.
    func view(at time: Int64) -> (view: View, since: Int64) {
        viewChanges.last { $0.time <= time }.map { ($0.view, $0.time) } ?? (.clear, 0)
    }

    /// The sequence number of the first frame after an opening: 0, but for a counter that is to wrap.
    func firstSequence(from number: Int64) -> UInt32 {
        guard let wrap = wraps.first(where: { $0 > number }) else { return 0 }
        return 0 &- UInt32(truncatingIfNeeded: wrap - number)
    }
}
