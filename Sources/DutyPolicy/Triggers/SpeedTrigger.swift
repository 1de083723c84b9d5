package import CameraModel

/// Speaks while the vehicle keeps a speed at which something is going on.
///
/// On with a sample at the limit or above it, 5 s or more after the first such; off with one more than 5 mph below it,
/// 5 s or more after the first such. What lies between neither begins nor ends a count, so that a speed that hovers
/// about the limit is one event; a sample on the other side ends it. What was not seen is not guessed: samples that
/// are absent or impossible are counted and left out, and after a gap longer than the 5 s a count begins anew.
package struct SpeedTrigger: Sendable {
    /// How long a speed is kept before it counts, and how long nothing may be seen meanwhile.
    package static let dwell = Duration.seconds(5)
    /// How far below the limit the speed falls before the event is over.
    package static let hysteresis = Speed.milesPerHour(5)
    /// The agency may choose a limit within this.
    package static let limits = Speed.milesPerHour(40)...Speed.milesPerHour(120)

    /// Slower than this a vehicle stands: a receiver at rest seldom says 0.
    package static let standstill = Speed(metresPerSecond: 1)

    /// From which speed on.
    package let limit: Speed
    /// Whether the last sample was that of a vehicle that stands, see ``TriggerSource/suggestedCategory(vehicleStands:)``.
    package private(set) var vehicleStands = false
    private var isOn = false
    /// The first sample of those that ask for the other state.
    private var since: MonotonicTime?
    private var last: MonotonicTime?
    /// Samples that were absent, no number, negative or too fast to be true.
    package private(set) var ignored = 0
    /// Samples stamped before the one in front of them; they begin a count anew.
    package private(set) var backwards = 0

    /// Speaks from 80 mph on.
    package init() {
        limit = .milesPerHour(80)
    }

    /// Speaks from a limit of the agency's choice on.
    ///
    /// - Parameter limit: A low one records much ordinary driving.
    /// - Throws: ``SpeedTriggerError`` when it lies outside ``limits``, or is no number.
    package init(limit: Speed) throws(SpeedTriggerError) {
        guard limit.isPlausible, Self.limits.contains(limit) else { throw .limitOutsideRange(limit) }
        self.limit = limit
    }

    /// Takes a sample of the speed.
    ///
    /// - Parameters:
    ///   - speed: What the receiver or the vehicle's bus said; `nil` where it said that it does not know.
    ///   - time: When it was measured.
    /// - Returns: The trigger's edge, at the time of the first sample that led to it; `nil` mostly.
    package mutating func sample(_ speed: Speed?, at time: MonotonicTime) -> TriggerEvent? {
        guard let speed, speed.isPlausible else {
            ignored &+= 1
            return nil
        }
        if let last {
            if time < last { backwards &+= 1 }
            if time < last || time.elapsed(since: last) > Self.dwell { since = nil }
        }
        last = time
        vehicleStands = speed < Self.standstill
        let asksForChange = isOn ? speed < floor : speed >= limit
        let forbidsChange = isOn ? speed >= limit : speed < floor
        if forbidsChange { since = nil }
        guard asksForChange else { return nil }
        let first = since ?? time
        since = first
        guard time.elapsed(since: first) >= Self.dwell else { return nil }
        isOn.toggle()
        since = nil
        return TriggerEvent(source: .speed, edge: isOn ? .on : .off, time: first)
    }

    private var floor: Speed {
        Speed(metresPerSecond: limit.metresPerSecond - Self.hysteresis.metresPerSecond)
    }
}

/// Why a speed trigger cannot be set so.
package enum SpeedTriggerError: Error, Hashable, CustomStringConvertible {
    case limitOutsideRange(Speed)

    package var description: String {
        switch self {
        case .limitOutsideRange(let limit):
            "\(limit.metresPerSecond) m/s cannot be the speed trigger's limit: choose from "
                + "\(SpeedTrigger.limits.lowerBound.metresPerSecond) to "
                + "\(SpeedTrigger.limits.upperBound.metresPerSecond) m/s (40 to 120 mph)"
        }
    }
}
