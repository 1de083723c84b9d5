/// What a check of the whole journal found.
///
/// No chain shows by itself that it was cut at the end of a line, or written anew from the start. Without a
/// ``JournalPosition`` known from outside (a shift report, a manifest, a signed checkpoint) "accepted" means: whole up
/// to ``end``, and nothing is said about what came after.
package struct JournalVerification: Hashable, Sendable, CustomStringConvertible {
    /// The files of the journal that are there.
    package var files = 0
    /// Entries that are proven: whole, and chained to all before them.
    package var entries = 0
    /// The last proven entry.
    package var end = JournalPosition.start
    /// In which file that is.
    package var endFile: String?
    /// What is wrong, in the order of the files: the first in each stretch of the chain, since nothing after it is
    /// proven until the journal itself begins anew.
    package var faults: [JournalFault] = []
    /// Bytes in files that were left because the disk failed; never announced, and not part of the journal.
    package var leftBytes: Int64 = 0
    /// Names in the folder that are not the journal's.
    package var foreign: [String] = []

    package init() {}

    /// Whether nothing is wrong, as far as the journal goes.
    package var isAccepted: Bool { faults.isEmpty }

    package var description: String {
        let reach = "\(entries) entries in \(files) files, ends at entry \(end.sequence) (SHA-256 \(end.hash))"
        guard let first = faults.first else { return "whole: \(reach)" }
        let more = faults.count > 1 ? "; and \(faults.count - 1) more" : ""
        return "NOT accepted: \(first)\(more); proven: \(reach)"
    }
}
