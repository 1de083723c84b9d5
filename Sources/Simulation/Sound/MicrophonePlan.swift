import CameraModel

/// A microphone's script, worked out.
///
/// Times are nanoseconds since the shift's start.
struct MicrophonePlan: Hashable, Sendable {
    /// Why a stretch of sound never arrives.
    struct Silence: Hashable, Sendable {
        var times: Range<Int64>
        /// Whether its end is reported as an overrun.
        var isOverrun: Bool
    }

    /// What becomes of the samples.
    enum Gain: Hashable, Sendable { case normal, none, excessive }

    private struct GainChange: Hashable, Sendable {
        var time: Int64
        var gain: Gain
    }

    private(set) var timeline: SampleTimeline
    private let absences: [Range<Int64>]
    private let silences: [Silence]
    private var gainChanges: [GainChange] = []

    init(script: DeviceScript<MicrophoneFault>, rate: Int) {
        timeline = SampleTimeline(rate: rate)
        absences = script.ranges(from: { $0 == .unplug }, to: { $0 == .plug })
        let stalls = script.ranges { if case .stall(let length) = $0 { length } else { nil } }
        let overruns = script.ranges { if case .overrun(let length) = $0 { length } else { nil } }
        silences =
            stalls.map { Silence(times: $0, isOverrun: false) } + overruns.map { Silence(times: $0, isOverrun: true) }
        for entry in script.entries {
            let time = entry.time.nanoseconds
            switch entry.fault {
            case .unplug, .plug, .stall, .overrun: break
            case .silent: gainChanges.append(GainChange(time: time, gain: .none))
            case .clipped: gainChanges.append(GainChange(time: time, gain: .excessive))
            case .clear: gainChanges.append(GainChange(time: time, gain: .normal))
            case .drift(let partsPerMillion): timeline.drift(partsPerMillion, from: time)
            }
        }
    }

    /// What becomes of samples captured at `time`.
    func gain(at time: Int64) -> Gain {
        gainChanges.last { $0.time <= time }?.gain ?? .normal
    }

    /// Whether the microphone is plugged in.
    func isPresent(at time: Int64) -> Bool {
        !absences.contains { $0.contains(time) }
    }

    /// When a microphone opened at `time` is unplugged.
    func unplugged(after time: Int64) -> Int64? {
        absences.first { $0.lowerBound >= time }?.lowerBound
    }

    /// What swallows a part of `times`, the earliest first.
    func silence(in times: Range<Int64>) -> Silence? {
        silences.filter { $0.times.overlaps(times) }.min { $0.times.lowerBound < $1.times.lowerBound }
    }
}
