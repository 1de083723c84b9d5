internal import CameraModel
import DutyPolicy

extension SelfTestLimits {
    /// ST-15: whether a button or a line is stuck.
    package func judgeControls(_ controls: ControlsReading) -> Judgement {
        let stuck = controls.held.filter { $0.value > stuckLine }.keys.sorted()
        let longest = controls.held.values.max() ?? .zero
        var measurements = [
            Measurement("longest held", longest.seconds, unit: "s", threshold: "<= \(shown(stuckLine.seconds))")
        ]
        if let wasPressed = controls.wasPressed {
            measurements.append(Measurement("pressed when asked", .flag(wasPressed), threshold: "yes"))
        }
        guard stuck.isEmpty else {
            return Judgement(.fail(.button, "stuck: \(stuck.joined(separator: ", "))"), measurements)
        }
        guard controls.wasPressed != false else { return Judgement(.fail(.button, "no press came"), measurements) }
        return Judgement(.pass, measurements)
    }

    /// ST-16: whether LEDs and motors take what is written to them.
    package func judgeIndicators(_ indicators: IndicatorsReading) -> Judgement {
        let dead = indicators.answers.filter { !$0.value }.keys.sorted()
        let measurements = [
            Measurement(
                "answering", Double(indicators.answers.count - dead.count), threshold: "\(indicators.answers.count)")
        ]
        return dead.isEmpty
            ? Judgement(.pass, measurements)
            : Judgement(.fail(.indicator, "no answer: \(dead.joined(separator: ", "))"), measurements)
    }

    /// ST-17: whether the motion sensor feels gravity, and the unit hangs upright.
    package func judgeMotion(_ motion: MotionReading) -> Judgement {
        let size = (motion.right * motion.right + motion.forward * motion.forward + motion.up * motion.up).squareRoot()
        let measurements = [
            Measurement(
                "acceleration", size, unit: "g",
                threshold: "\(shown(gravity.lowerBound)) to \(shown(gravity.upperBound))"),
            Measurement("cosine of tilt", size > 0 ? motion.up / size : 0, threshold: ">= \(shown(uprightCosine))"),
        ]
        guard gravity.contains(size) else {
            return Judgement(.fail(.motionSensor, "it does not feel gravity as it is"), measurements)
        }
        return motion.up / size >= uprightCosine
            ? Judgement(.pass, measurements) : Judgement(.warn("not upright"), measurements)
    }

    /// ST-18: whether the position receiver answers.
    ///
    /// Its failure never withholds the unit.
    package func judgePosition(_ position: PositionReading) -> Judgement {
        let measurements = [
            Measurement("answers", .flag(position.answers), threshold: "yes"),
            Measurement("fix", .flag(position.hasFix)),
        ]
        guard position.answers else { return Judgement(.fail(.position, "the receiver does not answer"), measurements) }
        return position.hasFix ? Judgement(.pass, measurements) : Judgement(.warn("no fix yet"), measurements)
    }

    /// ST-19: whether a dashboard unit's vehicle is connected and its battery charged.
    package func judgeVehicle(_ vehicle: VehicleReading) -> Judgement {
        var measurements: [Measurement] = []
        var problems: [String] = []
        if let ignition = vehicle.ignition {
            measurements.append(Measurement("ignition", .flag(ignition), threshold: "yes"))
            if !ignition { problems.append("ignition off") }
        }
        if let age = vehicle.frameAge {
            measurements.append(
                Measurement(
                    "newest bus frame", age.seconds, unit: "s ago", threshold: "<= \(shown(vehicleFrameAge.seconds))"))
            if age > vehicleFrameAge { problems.append("no frames on the bus") }
        }
        if let volts = vehicle.volts {
            measurements.append(
                Measurement(
                    "voltage", volts, unit: "V",
                    threshold: ">= \(shown(passVehicleVolts)), warn from \(shown(warnVehicleVolts))"))
            if !(volts >= warnVehicleVolts) { problems.append("voltage too low") }
        }
        guard !measurements.isEmpty else {
            return Judgement(.fail(.vehicle, "neither ignition, nor bus, nor voltage can be read"))
        }
        guard problems.isEmpty else {
            return Judgement(.fail(.vehicle, problems.joined(separator: ", ")), measurements)
        }
        if let volts = vehicle.volts, volts < passVehicleVolts {
            return Judgement(.warn("voltage low"), measurements)
        }
        return Judgement(.pass, measurements)
    }

    /// ST-20: what is left over from before.
    ///
    /// Only ever warned of.
    package func judgeLeftovers(_ leftovers: LeftoversReading) -> Judgement {
        var remarks: [String] = []
        var measurements = [
            Measurement("open interruptions", Double(leftovers.openDebts), threshold: "0"),
            Measurement("open malfunctions", Double(leftovers.openMalfunctions), threshold: "0"),
        ]
        if leftovers.openDebts > 0 { remarks.append("a reactivation is owed") }
        if leftovers.openMalfunctions > 0 { remarks.append("a malfunction is open") }
        if let age = leftovers.oldestUntransferred {
            measurements.append(
                Measurement(
                    "oldest not transferred", age.seconds / 3600, unit: "h",
                    threshold: "<= \(shown(transferAge.seconds / 3600))"))
            if age > transferAge { remarks.append("recordings wait for their transfer") }
        }
        if let age = leftovers.profileAge {
            measurements.append(
                Measurement(
                    "agency profile", age.seconds / 86_400, unit: "days",
                    threshold: "<= \(shown(profileAge.seconds / 86_400))"))
            if age > profileAge { remarks.append("the agency's profile is old") }
        }
        if let isTrained = leftovers.isOfficerTrained {
            measurements.append(Measurement("officer assigned and trained", .flag(isTrained), threshold: "yes"))
            if !isTrained { remarks.append("no officer with valid training") }
        }
        return Judgement(remarks.isEmpty ? .pass : .warn(remarks.joined(separator: ", ")), measurements)
    }
}
