/// Why a declaration or an acknowledgement is not taken.
package enum ReportRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Clause D.4 wants it documented: a declaration says what happened.
    case statementMissing(MalfunctionCode)
    /// In characters.
    case statementTooLong(limit: Int)
    /// Only damage, loss, theft and failures to record are for a person to declare.
    case notDeclarable(MalfunctionCode)
    case unknownReport(String)
    case alreadyAcknowledged(by: String)
    case nameMissing

    package var description: String {
        switch self {
        case .statementMissing(let code):
            "\(code.rawValue) (\(code.title)) is declared with a statement of what happened (\(code.clause))"
        case .statementTooLong(let limit): "the statement is longer than \(limit) characters: shorten it"
        case .notDeclarable(let code):
            "\(code.rawValue) (\(code.title)) is found by the unit: only M90 to M95 can be declared"
        case .unknownReport(let id): "there is no report \"\(id)\""
        case .alreadyAcknowledged(let name): "the report was acknowledged by \(name) already"
        case .nameMissing: "an acknowledgement says whose it is"
        }
    }
}
