package import CameraModel

/// What is known of the unit's signing key and of its journal's chain.
package struct KeyReading: Hashable, Sendable {
    /// Whether a test vector was signed and verified.
    package var signs: Bool
    /// Whether the journal's tail is whole and chained.
    package var isJournalWhole: Bool
    /// When the key's certificate ends, where it has one.
    package var certificateExpires: UTCTime?

    package init(signs: Bool, isJournalWhole: Bool, certificateExpires: UTCTime? = nil) {
        self.signs = signs
        self.isJournalWhole = isJournalWhole
        self.certificateExpires = certificateExpires
    }
}
