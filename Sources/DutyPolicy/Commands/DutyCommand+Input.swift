extension DutyCommand {
    /// In bytes of UTF-8: names, and what a person says.
    package static let longestName = 64
    package static let longestStatement = 1000

    /// What the duty state machine is told.
    ///
    /// - Throws: ``DutyCommandError`` that says which field is wrong, and what it may be.
    package func input() throws(DutyCommandError) -> DutyInput {
        try checkText()
        switch name {
        case .start:
            let category: ActivationCategory? = try optional(code, "code")
            return .start(StartRequest(try optional(trigger, "trigger") ?? .manual, category: category))
        case .triggerEnded: return .triggerEnded(try required(trigger, "trigger"))
        case .stop: return .stop
        case .reason:
            return .reason(
                ReasonStatement(try required(code, "code"), consultation: try optional(consulted, "consulted")))
        case .confirm: return .confirm
        case .keepRecording: return .keepRecording
        case .speech: return .speech(isHeard: true)
        case .speechEnded: return .speech(isHeard: false)
        case .agitation: return .agitation
        case .endPrivacy: return .endPrivacy
        case .mark: return .mark(try optional(kind, "kind") ?? .plain)
        case .mute: return .mute(true)
        case .unmute: return .mute(false)
        case .discreet: return .discreet(true)
        case .discreetEnded: return .discreet(false)
        case .category: return .category(try required(code, "code"))
        case .label: return .label(try required(code, "code"))
        case .exception: return .exception(try required(code, "code"))
        case .startShift:
            try need(officer, "officer", "D.1.b")
            return .startShift(trainingIsCurrent: trainingIsCurrent ?? true)
        case .endShift: return .endShift
        case .selfTest: return .runSelfTest(try optional(kind, "kind") ?? .quick)
        case .overrideWithheld:
            try need(supervisor, "supervisor", "D.1.b(1)")
            try need(statement, "statement", "D.1.b(1)")
            return .overrideWithheld
        case .dock: return .dock
        case .undock: return .undock
        case .declare:
            let code: MalfunctionCode = try required(code, "code")
            guard code.isDeclared else {
                throw DutyCommandError(
                    field: "code", problem: "\(code.rawValue) is found by the unit, never declared",
                    remedy: "give one of \(Self.list(MalfunctionCode.allCases.filter(\.isDeclared)))")
            }
            try need(statement, "statement", code.clause)
            return .declare(code)
        case .terminate: return .terminate(try required(code, "code"))
        case .malfunction: return .malfunction(try required(code, "code"), isPresent: true)
        case .malfunctionEnded: return .malfunction(try required(code, "code"), isPresent: false)
        }
    }

    private func checkText() throws(DutyCommandError) {
        for (field, text, limit) in [
            ("officer", officer, Self.longestName), ("shift", shift, Self.longestName),
            ("supervisor", supervisor, Self.longestName), ("statement", statement, Self.longestStatement),
        ] {
            guard let text else { continue }
            guard text.utf8.count <= limit else {
                throw DutyCommandError(
                    field: field, problem: "longer than \(limit) bytes", remedy: "say it in fewer words")
            }
            let breaks = text.unicodeScalars.contains {
                [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
            }
            if breaks {
                throw DutyCommandError(
                    field: field, problem: "holds control characters or line breaks", remedy: "write it on one line")
            }
        }
    }

    private func need(_ text: String?, _ field: String, _ clause: ClauseID) throws(DutyCommandError) {
        guard let text, !text.allSatisfy(\.isWhitespace) else {
            throw DutyCommandError(
                field: field, problem: "missing, and clause \(clause) asks for it", remedy: "give \(field)")
        }
    }

    private func required<Code: RawRepresentable<String> & CaseIterable>(
        _ text: String?, _ field: String
    ) throws(DutyCommandError) -> Code {
        if let code: Code = try optional(text, field) { return code }
        throw DutyCommandError(
            field: field, problem: "missing", remedy: "give one of \(Self.list(Array(Code.allCases)))")
    }

    private func optional<Code: RawRepresentable<String> & CaseIterable>(
        _ text: String?, _ field: String
    ) throws(DutyCommandError) -> Code? {
        guard let text else { return nil }
        if let code = Code(rawValue: text) { return code }
        // What was given may be anything, and goes into a log.
        let shown = String(text.prefix(16)).unicodeScalars.map { $0.isASCII && $0.value >= 32 ? String($0) : "?" }
        throw DutyCommandError(
            field: field, problem: "\"\(shown.joined())\" is unknown",
            remedy: "give one of \(Self.list(Array(Code.allCases)))")
    }

    private static func list(_ codes: [some RawRepresentable<String>]) -> String {
        codes.map(\.rawValue).joined(separator: ", ")
    }
}

/// Why a command is no input: which field, what is wrong with it, what to do.
package struct DutyCommandError: Error, Hashable, Sendable, CustomStringConvertible {
    package var field: String
    package var problem: String
    package var remedy: String

    package var description: String { "\(field): \(problem); \(remedy)" }
}
