package import CameraModel

/// A stretch of a shift that is put down to one account.
package struct LedgerInterval: Hashable, Sendable {
    package var account: LedgerAccount
    /// After the shift's start; as sure as the lengths before it.
    package var start: LedgerLength
    package var length: LedgerLength
    /// The wall clock at its start, for people: no length is made of it.
    package var utc: UTCTime

    /// What is reported for it (clause D.4); empty where nothing is.
    package var malfunctions: [MalfunctionCode] {
        var codes: [MalfunctionCode] = []
        if case .off(let cause) = account, let code = cause.malfunction { codes.append(code) }
        if !length.isKnown { codes.append(.clockUnset) }
        return codes
    }
}
