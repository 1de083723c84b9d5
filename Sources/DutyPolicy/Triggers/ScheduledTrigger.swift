package import CameraModel

/// Speaks at times that a supervisor or the dispatcher set, once each (clause D.2.b(2)k).
///
/// It keeps no calendar: whoever keeps it turns a wall-clock time into a monotonic one, and does so again when the
/// wall clock steps. A time that has passed is late, not void: it speaks at the next chance, with its own time.
package struct ScheduledTrigger: Sendable {
    /// How many times may be set at once.
    package static let capacity = 64

    private var times: [String: MonotonicTime] = [:]

    package init() {}

    /// Sets a time, or moves it.
    ///
    /// - Parameters:
    ///   - id: Which schedule it is; the event's detail.
    ///   - time: When to speak.
    /// - Throws: ``ScheduledTriggerError/full`` when 64 others are set.
    package mutating func set(_ id: String, at time: MonotonicTime) throws(ScheduledTriggerError) {
        guard times[id] != nil || times.count < Self.capacity else { throw .full }
        times[id] = time
    }

    /// Drops a time.
    ///
    /// - Returns: Whether it was set; one that has spoken is not.
    package mutating func cancel(_ id: String) -> Bool {
        times.removeValue(forKey: id) != nil
    }

    /// When to call ``advance(to:)``; `nil` while nothing is set.
    package var nextDeadline: MonotonicTime? {
        times.values.min()
    }

    /// Speaks for the times at or before `time`, the earliest first.
    package mutating func advance(to time: MonotonicTime) -> [TriggerEvent] {
        let due = times.filter { $0.value <= time }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        for (id, _) in due { times[id] = nil }
        return due.map { TriggerEvent(source: .schedule, edge: .on, time: $0.value, detail: $0.key) }
    }
}

/// Why a schedule was refused.
package enum ScheduledTriggerError: Error, Hashable, CustomStringConvertible {
    case full

    package var description: String {
        switch self {
        case .full: "\(ScheduledTrigger.capacity) scheduled starts are set: cancel one that is no longer wanted"
        }
    }
}
