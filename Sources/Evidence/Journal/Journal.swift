package import CameraModel
import Synchronization

/// The unit's journal: entries that are durable before anybody is told of what they announce.
///
/// JSON lines in canonical form (RFC 8785), each with its own hash and that of the line before, in files of limited
/// size that are only ever added to. Safe from any thread, one append at a time. Every call blocks until the disk has
/// synchronized: it belongs on the thread that performs effects, never on a cooperative one.
///
/// The only bytes ever cut from a file are those of a line that a power cut tore, and they are kept aside first. A
/// chain that does not fit is never mended: a new one begins in a new file and says so (malfunction M41).
package final class Journal: Sendable {
    private let writer: Mutex<JournalWriter>

    /// Opens the journal below the state folder, or begins it.
    ///
    /// Reads the last file, keeps a torn tail aside, and writes down what it found. Opening again after an error is
    /// safe, whatever it was.
    ///
    /// - Parameters:
    ///   - disk: Holds the state folder.
    ///   - unit: The unit's id, in every line.
    ///   - boot: The kernel's boot id, in every line.
    ///   - clock: For the journal's own entries.
    ///   - settings: The layout.
    /// - Throws: ``JournalError/disk(_:)`` when the journal can be neither read nor begun anew.
    package init(
        on disk: any Disk, unit: String, boot: String, clock: any UnitClock, settings: JournalSettings = .init()
    ) throws(JournalError) {
        var writer = JournalWriter(disk: disk, unit: unit, boot: boot, clock: clock, settings: settings)
        try writer.open()
        self.writer = Mutex(writer)
    }

    /// Appends entries in one write, and returns when they are durable.
    ///
    /// All of them or none: more than ``countThatFits(_:)`` are refused.
    ///
    /// - Returns: The last entry's place, which fixes the journal up to there.
    /// - Throws: ``JournalError``. None of the entries is announced then, though after a power cut some may be found.
    @discardableResult
    package func append(_ entries: [JournalEntry]) throws(JournalError) -> JournalPosition {
        try writer.withLock { (writer) throws(JournalError) in
            if let own = entries.first(where: \.kind.isOwn) {
                throw .unwritable("only the journal itself writes \(own.kind)")
            }
            return try writer.append(entries)
        }
    }

    /// Appends one entry, and returns when it is durable.
    ///
    /// - Returns: Its place.
    /// - Throws: ``JournalError``, as for several.
    @discardableResult
    package func append(_ entry: JournalEntry) throws(JournalError) -> JournalPosition {
        try append([entry])
    }

    /// How many of the first of these entries one append takes: some 245 760 bytes of lines.
    ///
    /// For whoever has a backlog. Nought when the first can never be written: it is too long, or holds what JSON cannot.
    package func countThatFits(_ entries: [JournalEntry]) -> Int {
        writer.withLock { $0.countThatFits(entries) }
    }

    /// The last durable entry's place: what a shift report, a manifest or a signed checkpoint holds on to.
    package var position: JournalPosition {
        writer.withLock { $0.position }
    }

    /// Closes the file, in which everything is durable already; a later append opens the next one.
    ///
    /// - Throws: ``JournalError/disk(_:)``.
    package func close() throws(JournalError) {
        try writer.withLock { (writer) throws(JournalError) in try writer.close() }
    }
}
