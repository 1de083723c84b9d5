import CameraModel
import Evidence

/// Events that may come with every frame, those of a second as one: a camera that always errs would fill the record.
struct RepeatingEvent {
    private var sum: RecordEvent?

    /// Takes an event with its count.
    ///
    /// - Returns: The sum of those before, when this one does not belong to it: it has another cause, or comes a second
    ///   after the first.
    mutating func add(_ event: RecordEvent) -> RecordEvent? {
        guard var sum, sum.cause == event.cause, event.at - sum.at < .seconds(1) else {
            defer { sum = event }
            return sum
        }
        sum.until = event.at
        sum.count = (sum.count ?? 0) &+ (event.count ?? 0)
        self.sum = sum
        return nil
    }

    /// Takes the sum out; `nil` when nothing is summed up.
    mutating func take() -> RecordEvent? {
        defer { sum = nil }
        return sum
    }
}
