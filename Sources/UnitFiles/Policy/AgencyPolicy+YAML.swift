package import DutyPolicy

extension AgencyPolicy {
    /// Reads an agency's policy file, `hw/policies/*.yaml`, blocking.
    ///
    /// What the file leaves out has the recommended value.
    ///
    /// - Parameter path: The file; also its name in errors.
    /// - Throws: ``UnitFileError``; ``UnitFileError/Problem/breach(_:)`` at a choice that is weaker than the policy.
    package init(contentsOf path: String) throws(UnitFileError) {
        try self.init(SourceText(contentsOf: path).compose())
    }

    /// Reads an agency's policy file's text.
    ///
    /// - Parameters:
    ///   - text: YAML.
    ///   - file: The name to report errors under.
    /// - Throws: ``UnitFileError``; ``UnitFileError/Problem/breach(_:)`` at a choice that is weaker than the policy.
    package init(text: String, file: String) throws(UnitFileError) {
        try self.init(SourceText(file: file, text: text).compose())
    }

    private init(_ node: StrictNode) throws(UnitFileError) {
        let settings = try PolicySettings(node)
        let profile = try settings.required("profile")
        self = .standard(for: try Profile(profile))
        name = try settings.required("policy").name(limit: 32)
        if let node = settings["language"] { language = try Language(node) }
        if let node = settings["start.press"] { start.press = try Press(node) }
        if let node = settings["shift.expired-training"] {
            shift.expiredTrainingBlocks = try node.word(["warn", "block"]) == "block"
        }
        if settings.contains(section: "notifier") {
            // Chosen whole: who names a webhook does not also get the file.
            notifier.file = try settings["notifier.file"]?.shortText("a path", limit: 255)
            notifier.webhook = try settings["notifier.webhook"]?.shortText("an address", limit: 500)
        }
        for limit in Self.limits {
            guard let node = settings[limit.key] else { continue }
            limit.set(try node.number(for: limit), in: &self)
        }
        if let breach = validate().first { throw settings.error(breach) }
    }
}

extension AgencyPolicy.Profile {
    fileprivate init(_ node: StrictNode) throws(UnitFileError) {
        let word = try node.word(Self.allCases.map(\.rawValue))
        guard let profile = Self(rawValue: word) else { throw node.wrongType("a kind of camera") }
        self = profile
    }
}

extension AgencyPolicy.Language {
    fileprivate init(_ node: StrictNode) throws(UnitFileError) {
        let word = try node.word(Self.allCases.map(\.rawValue))
        guard let language = Self(rawValue: word) else { throw node.wrongType("a language") }
        self = language
    }
}

extension AgencyPolicy.Press {
    fileprivate init(_ node: StrictNode) throws(UnitFileError) {
        let word = try node.word(Self.allCases.map(\.rawValue))
        guard let press = Self(rawValue: word) else { throw node.wrongType("a gesture") }
        self = press
    }
}

extension StrictNode {
    /// The number of a limit, also one beyond its ends: those are told with the clause that they break.
    fileprivate func number(for limit: PolicyLimit) throws(UnitFileError) -> Double {
        do throws(UnitFileError) {
            return try number(in: limit.floor.value...limit.ceiling.value, limit.unit.rawValue)
        } catch {
            guard case .notAllowed(_, let text, _) = error.problem, let value = Double(text) else { throw error }
            return value
        }
    }
}
