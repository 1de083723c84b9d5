import CameraModel
import Evidence

/// A recording as a person reads it.
struct RecordingReport {
    private let account: RecordingAccount

    init(_ account: RecordingAccount) {
        self.account = account
    }

    var text: String {
        var lines = [title]
        for delivery in account.preEvent.sorted(by: { $0.channel < $1.channel }) {
            lines.append("  \(delivery.channel): \(preEvent(delivery))")
        }
        lines += TextTable.lines(
            [["segment", "from", "length", "pictures", "sound", "MB", "note"]]
                + account.segments.sorted { ($0.channel, $0.segment) < ($1.channel, $1.segment) }.map(cells)
        ).map { "  \($0)" }
        let events = account.events.filter { $0.event.kind != .drift }
        if !events.isEmpty {
            lines.append("  what happened:")
            lines += events.map { "    \(time($0.event.at))  \($0.channel): \(words($0.event))" }
        }
        return lines.joined(separator: "\n")
    }

    private var title: String {
        let name = account.folder
        guard let header = account.header else { return "\(name): its record has no beginning" }
        let end = account.end.map { "ended by \($0.cause)" } ?? "not ended"
        return "\(name): \(header.activation.utc), \(header.trigger); \(end)"
    }

    private func preEvent(_ delivery: PreEventDelivery) -> String {
        let sound = delivery.audio ? "with sound" : "without sound"
        let length = "\(tenths(delivery.delivered)) s from before the activation, \(sound)"
        guard let shortfall = delivery.shortfall else { return length }
        return "\(length) (\(tenths(delivery.configured)) s asked; fewer because: \(shortfall.rawValue))"
    }

    private func cells(_ segment: SegmentSummary) -> [String] {
        let rate = account.header?.channels.first { $0.channel == segment.channel }?.microphones.first?.rate
        let sound = segment.soundFrames.first.flatMap { frames in
            rate.map { tenths(Double(frames) / Double($0)) + " s" }
        }
        return [
            segment.file, time(segment.origin), "\(tenths((segment.end - segment.origin).seconds)) s",
            "\(segment.pictures)", sound ?? "-", tenths(Double(segment.bytes) / 1e6),
            segment.recovery.map { "recovered, \($0.bytesDiscarded) bytes cut off" } ?? "",
        ]
    }

    /// Seconds after the activation.
    private func time(_ time: MonotonicTime) -> String {
        guard let activation = account.header?.activation.monotonic else { return "?" }
        let seconds = (time - activation).seconds
        return (seconds < 0 ? "" : "+") + tenths(seconds) + " s"
    }

    private func words(_ event: RecordEvent) -> String {
        var words = event.kind.rawValue
        if let device = event.device { words += " (\(device))" }
        if let until = event.until { words += ", \(tenths((until - event.at).seconds)) s" }
        if let count = event.count, event.kind != .soundGap { words += ", \(count)" }
        if let cause = event.cause { words += ": \(cause)" }
        return words
    }

    private func tenths(_ value: Double) -> String {
        // The numbers are from a file; beyond this one would not fit an Int, and no recording is that long.
        guard value.magnitude < 1e12 else { return "?" }
        let tenths = Int((abs(value) * 10).rounded())
        return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }
}
