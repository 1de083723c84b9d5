package import DutyPolicy

/// What a self-test comes to.
package enum SelfTestOutcome: Hashable, Sendable, CustomStringConvertible {
    case pass
    /// Nothing that withholds the unit; something was warned of, or could not be judged.
    case passWithWarnings
    /// The unit shall not be used (clause D.1.b(1)), because of these.
    case fail([MalfunctionCode])

    /// `PASS`, `PASS-WITH-WARNINGS` or `FAIL(M01, M20)`.
    package var description: String {
        switch self {
        case .pass: "PASS"
        case .passWithWarnings: "PASS-WITH-WARNINGS"
        case .fail(let codes): "FAIL(\(codes.map(\.rawValue).joined(separator: ", ")))"
        }
    }

    /// Whether the unit may be used on duty.
    package var isUsable: Bool {
        switch self {
        case .pass, .passWithWarnings: true
        case .fail: false
        }
    }

    /// As the duty state machine takes it.
    package var verdict: SelfTestVerdict {
        switch self {
        case .pass: .passed
        case .passWithWarnings: .passedWithWarnings
        case .fail: .failed
        }
    }

    /// What these lines come to.
    init(of items: [ItemResult]) {
        let failing = items.filter(\.item.withholds).compactMap(\.verdict.code)
        guard failing.isEmpty else {
            self = .fail(Set(failing).sorted { $0.rawValue < $1.rawValue })
            return
        }
        let isClean = items.allSatisfy { item in
            switch item.verdict {
            case .pass, .notFitted: true
            case .warn, .fail, .skipped: false
            }
        }
        self = isClean ? .pass : .passWithWarnings
    }
}
