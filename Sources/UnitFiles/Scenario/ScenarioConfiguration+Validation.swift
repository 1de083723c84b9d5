extension ScenarioConfiguration {
    /// Checks that every camera and microphone that the steps name is in the unit, and simulated.
    ///
    /// - Throws: ``UnitFileError`` at the first step that is not.
    package func validate(against unit: UnitConfiguration) throws(UnitFileError) {
        for (index, step) in steps.enumerated() {
            switch step.action {
            case .camera(let name, _):
                let camera = unit.cameras.first { $0.name == name }
                try check(
                    name, isSimulated: camera.map { $0.device == .simulated }, key: "steps[\(index)].camera",
                    known: unit.cameras.map(\.name), at: step)
            case .microphone(let name, _):
                let microphone = unit.microphones.first { $0.name == name }
                try check(
                    name, isSimulated: microphone.map { $0.device == .simulated }, key: "steps[\(index)].microphone",
                    known: unit.microphones.map(\.name), at: step)
            case .start, .stop, .stepClock, .loseClock, .uncertainClock, .battery, .disk, .duty: break
            }
        }
    }

    private func check(
        _ name: String, isSimulated: Bool?, key: String, known: [String], at step: ScenarioStep
    ) throws(UnitFileError) {
        switch isSimulated {
        case .some(true): return
        case .some(false):
            throw UnitFileError(
                file: file, place: step.place,
                problem: .contradiction(
                    "\(key) is \"\(name)\", a real device of the unit; only simulated ones follow a scenario"))
        case .none:
            throw UnitFileError(
                file: file, place: step.place, problem: .unknownName(key: key, value: name, known: known))
        }
    }
}
