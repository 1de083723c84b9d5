/// What an entry of the journal is about.
///
/// Open: a name that this version does not know is read all the same.
package struct JournalKind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package var rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }

    /// Something that happened to the unit.
    package static let event = JournalKind(rawValue: "event")
    /// Something that the unit does.
    package static let effect = JournalKind(rawValue: "effect")
    /// What a person did with the controls.
    package static let gesture = JournalKind(rawValue: "gesture")
    /// A measured value that mattered.
    package static let measurement = JournalKind(rawValue: "measurement")
    /// A change of the duty state.
    package static let transition = JournalKind(rawValue: "transition")
    /// A place that is fixed from outside: its `details` are where a signature over ``JournalPosition`` goes.
    package static let checkpoint = JournalKind(rawValue: "checkpoint")

    /// Of the journal itself: what a power cut left of an unfinished line was kept aside.
    package static let recovered = JournalKind(rawValue: "recovered")
    /// Of the journal itself: it goes on after the disk failed, and says which files it left and where they end.
    package static let resumed = JournalKind(rawValue: "resumed")
    /// Of the journal itself: the chain was found broken, and a new one begins here (malfunction M41).
    package static let restarted = JournalKind(rawValue: "restarted")

    /// Whether only the journal itself writes such entries.
    package var isOwn: Bool { [.recovered, .resumed, .restarted].contains(self) }
}
