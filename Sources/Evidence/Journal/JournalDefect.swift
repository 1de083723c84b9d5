package import CameraModel

/// What is wrong with a journal at some place.
package enum JournalDefect: Error, Hashable, Sendable {
    /// Not JSON at all, with the parser's words.
    case notJSON(String)
    /// JSON, but not in the form of RFC 8785.
    case notCanonical
    /// A field is missing, unknown or of the wrong form.
    case notAnEntry(String)
    /// The line's own hash is not that of the line.
    case edited
    /// Another unit's entry.
    case otherUnit(found: String, expected: String)
    case sequence(found: Int64, expected: Int64)
    /// Numbered right, but made on another line than the one before it.
    case previous
    /// Longer than any line of ours.
    case tooLong
    /// Bytes are missing in the middle of the journal.
    case cut
    /// This many bytes after the last whole line, at the journal's end.
    case torn(bytes: Int64)
    case missingFile
    /// The file could not be read.
    case unreadable(DiskError)
    /// The journal itself found the chain broken before here, with what it found.
    case restarted(String)
    /// A torn tail that an entry tells of is not as it was kept.
    case aside(String)
    /// An entry known from outside has another hash.
    case differs(sequence: Int64)
    /// An entry known from outside is not there.
    case endsBefore(sequence: Int64)
}

extension JournalDefect: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notJSON(let words): "not JSON: \(words): edited or damaged"
        case .notCanonical: "not in canonical form: edited"
        case .notAnEntry(let words): "not an entry: \(words)"
        case .edited: "its own hash does not fit: edited or damaged"
        case .otherUnit(let found, let expected): "an entry of unit \(found) in the journal of \(expected)"
        case .sequence(let found, let expected) where found > expected:
            "entry \(found) where entry \(expected) should be: entries are missing, or out of order"
        case .sequence(let found, let expected):
            "entry \(found) where entry \(expected) should be: repeated, or out of order"
        case .previous: "made on another line than the one before it: that one was edited or replaced"
        case .tooLong: "longer than any line of a journal"
        case .cut: "bytes are missing"
        case .torn(let bytes): "torn tail: \(bytes) bytes after the last whole entry"
        case .missingFile: "not there"
        case .unreadable(let error): "cannot be read: \(error)"
        case .restarted(let words): "the journal found itself broken before here: \(words)"
        case .aside(let words): words
        case .differs(let sequence): "entry \(sequence) is not the one known from outside: the journal was written anew"
        case .endsBefore(let sequence): "ends before entry \(sequence), which is known from outside: cut off"
        }
    }
}
