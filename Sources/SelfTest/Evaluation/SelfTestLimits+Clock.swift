import CameraModel
import DutyPolicy

extension SelfTestLimits {
    /// ST-12: whether the wall clock can be believed.
    package func judgeClock(_ clock: ClockMeasure) -> Judgement {
        let reading = clock.reading
        var measurements = [
            Measurement("time", .text(reading.utc.description)),
            Measurement("source", .text(reading.source.rawValue)),
        ]
        if let error = reading.uncertainty {
            measurements.append(
                Measurement(
                    "estimated error", Double(error) / 1e9, unit: "s",
                    threshold: "<= \(shown(passClockError.seconds)), warn to \(shown(warnClockError.seconds))"))
        }
        func fail(_ code: MalfunctionCode, _ reason: String) -> Judgement {
            Judgement(.fail(code, reason), measurements)
        }
        if let built = clock.built, reading.utc < built {
            return fail(.clockUnset, "before the firmware was built, \(built)")
        }
        if let last = clock.lastJournalEntry, reading.utc < last {
            return fail(.clockUnset, "before the journal's last entry, \(last)")
        }
        if let error = reading.uncertainty {
            if error > warnClockError.nanoseconds { return fail(.clockDrift, "its error may be too large") }
            if error > passClockError.nanoseconds { return Judgement(.warn("uncertain"), measurements) }
        }
        return judgeSynchronisation(clock, measurements)
    }

    private func judgeSynchronisation(_ clock: ClockMeasure, _ measurements: [Measurement]) -> Judgement {
        switch clock.reading.source {
        case .synchronised, .simulated:
            return Judgement(clock.reading.uncertainty == nil ? .warn("its error is unknown") : .pass, measurements)
        case .unsynchronised:
            guard let last = clock.lastSynchronised else {
                let reason = "never synchronised since the unit started"
                return Judgement(
                    allowsUnsynchronisedClock ? .warn(reason) : .fail(.clockDrift, reason), measurements)
            }
            let age = clock.reading.utc.nanosecondsSince1970 - last.nanosecondsSince1970
            let measured =
                measurements + [
                    Measurement(
                        "synchronised", Double(age) / 3.6e12, unit: "h ago",
                        threshold: "< \(shown(clockSynchronisedWithin.seconds / 3600))")
                ]
            return age < clockSynchronisedWithin.nanoseconds
                ? Judgement(.warn("runs free since \(last)"), measured)
                : Judgement(.fail(.clockDrift, "runs free for too long"), measured)
        }
    }
}
