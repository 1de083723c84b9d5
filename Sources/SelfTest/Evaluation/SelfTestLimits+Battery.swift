package import CameraModel
import DutyPolicy

extension SelfTestLimits {
    /// ST-01: whether the charge lasts for the shift.
    package func judgeBatteryLevel(_ battery: BatteryReading) -> Judgement {
        var measurements: [Measurement] = []
        var problems: [String] = []
        if let percent = battery.percent {
            measurements.append(
                Measurement(
                    "charge", percent, unit: "%", threshold: ">= \(shown(passBattery)), warn from \(shown(warnBattery))"
                ))
            // What is no number is no charge either.
            if !(percent >= warnBattery) { problems.append("charge below \(shown(warnBattery)) %") }
        }
        if let forecast = battery.forecast {
            let needed = shift.seconds * forecastShifts
            measurements.append(
                Measurement("lasts", forecast.seconds / 3600, unit: "h", threshold: ">= \(shown(needed / 3600))"))
            if forecast.seconds < needed { problems.append("does not last for the shift") }
        }
        guard !measurements.isEmpty else {
            return Judgement(.fail(.batteryLow, "the battery tells neither its charge nor how long it lasts"))
        }
        guard problems.isEmpty else {
            return Judgement(.fail(.batteryLow, problems.joined(separator: ", ")), measurements)
        }
        if let percent = battery.percent, percent < passBattery {
            return Judgement(.warn("charge below \(shown(passBattery)) %"), measurements)
        }
        return Judgement(.pass, measurements)
    }

    /// ST-02: whether the battery itself is sound.
    package func judgeBatteryHealth(_ battery: BatteryReading) -> Judgement {
        var measurements: [Measurement] = []
        var problems: [String] = []
        var remarks: [String] = []
        if let health = battery.health {
            measurements.append(
                Measurement(
                    "capacity of design", health * 100, unit: "%",
                    threshold: ">= \(shown(passBatteryHealth * 100)), warn from \(shown(warnBatteryHealth * 100))"))
            if !(health >= warnBatteryHealth) {
                problems.append("worn")
            } else if health < passBatteryHealth {
                remarks.append("wearing")
            }
        }
        if let cycles = battery.cycles {
            measurements.append(
                Measurement("cycles", Double(cycles), threshold: "< \(passCycles), warn to \(warnCycles)"))
            if cycles > warnCycles {
                problems.append("too many cycles")
            } else if cycles >= passCycles {
                remarks.append("many cycles")
            }
        }
        if let celsius = battery.celsius {
            measurements.append(
                Measurement(
                    "temperature", celsius, unit: "°C",
                    threshold: "\(shown(batteryCelsius.lowerBound)) to \(shown(batteryCelsius.upperBound))"))
            if !batteryCelsius.contains(celsius) { problems.append("outside its temperature") }
        }
        guard !measurements.isEmpty else {
            return .skipped("the battery tells neither capacity, nor cycles, nor temperature")
        }
        if !problems.isEmpty { return Judgement(.fail(.batteryHealth, problems.joined(separator: ", ")), measurements) }
        if !remarks.isEmpty { return Judgement(.warn(remarks.joined(separator: ", ")), measurements) }
        return Judgement(.pass, measurements)
    }
}
