import CameraModel

/// What happens to a simulated device, and when: faults sorted by their time since the shift's start.
///
/// A device's state at an instant follows from its script alone, never from who opened it or when.
package struct DeviceScript<Fault: Hashable & Sendable>: Hashable, Sendable {
    /// One fault and its time.
    package struct Entry: Hashable, Sendable {
        /// Since the shift's start.
        package var time: Duration
        package var fault: Fault

        package init(at time: Duration, _ fault: Fault) {
            self.time = time
            self.fault = fault
        }
    }

    /// Sorted by time; faults of the same time in the order given.
    package let entries: [Entry]

    package init(_ entries: [Entry] = []) {
        self.entries = entries.enumerated()
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }

    /// The times of faults that begin and end something, as ranges of nanoseconds; one that never ends is open.
    func ranges(from begins: (Fault) -> Bool, to ends: (Fault) -> Bool) -> [Range<Int64>] {
        var ranges: [Range<Int64>] = []
        var begun: Int64?
        for entry in entries {
            let time = entry.time.nanoseconds
            if begins(entry.fault) {
                begun = begun ?? time
            } else if ends(entry.fault), let begin = begun {
                if begin < time { ranges.append(begin..<time) }
                begun = nil
            }
        }
        if let begin = begun { ranges.append(begin..<Int64.max) }
        return ranges
    }

    /// The times of faults that last for a while, as ranges of nanoseconds.
    func ranges(lasting length: (Fault) -> Duration?) -> [Range<Int64>] {
        entries.compactMap { entry in
            guard let length = length(entry.fault)?.nanoseconds, length > 0 else { return nil }
            let begin = entry.time.nanoseconds
            let (end, overflow) = begin.addingReportingOverflow(length)
            return begin..<(overflow ? .max : end)
        }
    }
}
