import CameraModel

extension ScenarioConfiguration {
    /// Reads a scenario file, blocking.
    ///
    /// - Parameter path: The file; also its name in errors.
    /// - Throws: ``UnitFileError``.
    package init(contentsOf path: String) throws(UnitFileError) {
        try self.init(SourceText(contentsOf: path).compose())
    }

    /// Reads a scenario file's text.
    ///
    /// - Parameters:
    ///   - text: YAML.
    ///   - file: The name to report errors under.
    /// - Throws: ``UnitFileError``.
    package init(text: String, file: String) throws(UnitFileError) {
        try self.init(SourceText(file: file, text: text).compose())
    }

    private init(_ node: StrictNode) throws(UnitFileError) {
        let mapping = try node.mapping(["scenario", "clock", "starts", "length", "seed", "steps"])
        file = node.file
        scenario = try mapping.required("scenario").name(limit: 32)
        clock = try ScenarioClock(mapping.required("clock"))
        starts = try UTCTime(mapping.required("starts"))
        // A week: long enough for any soak, short enough for nanoseconds to be counted without care.
        length = try mapping.required("length").seconds(in: 1...604_800)
        seed = try UInt64(mapping.optional("seed")?.integer(in: 0...Int.max) ?? 1)
        steps = []
        for node in try mapping.required("steps").list(of: "steps", count: 0...10_000) {
            let step = try ScenarioStep(node, until: length)
            if let last = steps.last, step.at < last.at {
                throw node.error(
                    .contradiction("\(node.name).at is before the step above it; put the steps in order of time"))
            }
            steps.append(step)
        }
    }
}

extension ScenarioClock {
    init(_ node: StrictNode) throws(UnitFileError) {
        let word = try node.word(Self.allCases.map(\.rawValue))
        guard let clock = Self(rawValue: word) else { throw node.wrongType("a clock") }
        self = clock
    }
}

extension ScenarioStep {
    private static let subjects = ["start", "stop", "camera", "microphone", "clock", "disk", "battery", "duty"]

    init(_ node: StrictNode, until length: Duration) throws(UnitFileError) {
        // A first look with every key, to see what kind of step it is; its own keys are checked next.
        let loose = try node.mapping(
            [
                "at", "fault", "for", "frames", "fps", "width", "height", "ppm", "bytes-per-second", "code",
                "consulted", "trigger", "kind",
                "officer", "shift", "supervisor", "statement", "training",
            ] + Self.subjects)
        let (subject, value) = try loose.one(of: Self.subjects)
        at = try loose.required("at").seconds(in: 0...length.seconds)
        action = try ScenarioAction(node, subject: subject, value: value)
        place = node.place
    }
}
