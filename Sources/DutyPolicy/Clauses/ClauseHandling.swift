/// What a clause means for a unit.
package enum ClauseHandling: Hashable, Sendable {
    /// The unit does something about it, in words.
    case unit(String)
    /// A later part of the project will, in words.
    case later(String, part: Part)
    /// Only people can; `support` says what the unit does to help them. It enforces nothing.
    case humanOnly(support: String)

    /// Parts of the project that are still to come.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        /// From the unit to the agency's storage (evidence transfer management).
        case transfer
        /// Keeping, holding and purging.
        case retention
        /// Reading, copying, releasing and duplicating.
        case access
    }

    /// What the unit does, what it will do, or what it supports.
    package var words: String {
        switch self {
        case .unit(let words), .later(let words, _), .humanOnly(let words): words
        }
    }
}
