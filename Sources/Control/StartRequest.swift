/// The body of `POST /v1/recordings`; none at all stands for `{}`.
struct StartRequest: Codable, Hashable, Sendable {
    /// In bytes.
    static let noteLimit = 200

    /// A remark to keep with the recording.
    var note: String?

    /// Why the request is not acceptable, or `nil`.
    ///
    /// The remark ends up in records and logs, so that it is one short line.
    var complaint: String? {
        guard let note else { return nil }
        guard note.utf8.count <= Self.noteLimit else { return "note is longer than \(Self.noteLimit) bytes" }
        let breaks = note.unicodeScalars.contains {
            [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        }
        return breaks ? "note holds control characters or line breaks" : nil
    }
}
