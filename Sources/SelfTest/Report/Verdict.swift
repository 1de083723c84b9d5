package import DutyPolicy

/// What became of one item.
package enum Verdict: Hashable, Sendable {
    case pass
    /// Usable, with something to know.
    case warn(String)
    case fail(MalfunctionCode, String)
    /// The unit does not have what the item is about. Stated, and never counted as passed.
    case notFitted
    /// Could not be judged, and why. Never counted as passed.
    case skipped(String)

    /// `pass`, `warn`, `fail`, `not fitted` or `skipped`.
    package var word: String {
        switch self {
        case .pass: "pass"
        case .warn: "warn"
        case .fail: "fail"
        case .notFitted: "not fitted"
        case .skipped: "skipped"
        }
    }

    /// Of a failure.
    package var code: MalfunctionCode? {
        if case .fail(let code, _) = self { code } else { nil }
    }

    /// Why; `nil` for a pass and for what is not fitted.
    package var reason: String? {
        switch self {
        case .pass, .notFitted: nil
        case .warn(let reason), .fail(_, let reason), .skipped(let reason): reason
        }
    }
}

extension Verdict: Codable {
    private enum CodingKeys: String, CodingKey { case verdict, code, reason }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let word = try container.decode(String.self, forKey: .verdict)
        switch word {
        case "pass": self = .pass
        case "not fitted": self = .notFitted
        case "warn": self = .warn(try container.decode(String.self, forKey: .reason))
        case "skipped": self = .skipped(try container.decode(String.self, forKey: .reason))
        case "fail":
            self = .fail(
                try container.decode(MalfunctionCode.self, forKey: .code),
                try container.decode(String.self, forKey: .reason))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .verdict, in: container, debugDescription: "\"\(word)\" is no verdict")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(word, forKey: .verdict)
        try container.encodeIfPresent(code, forKey: .code)
        try container.encodeIfPresent(reason, forKey: .reason)
    }
}
