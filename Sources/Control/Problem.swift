/// Why a request was not granted (RFC 9457, `application/problem+json`), with what to do about it.
package struct Problem: Codable, Hashable, Sendable {
    /// A URI that names the kind of problem.
    package var type: String
    /// The kind of problem in a few words.
    package var title: String
    /// The HTTP status code.
    package var status: Int
    /// What is wrong this time.
    package var detail: String
    /// What the reader can do about it.
    ///
    /// An extension member (RFC 9457, section 3.2).
    package var remedy: String

    package init(kind: String, title: String, status: Int, detail: String, remedy: String) {
        type = "urn:dutycam:problem:\(kind)"
        self.title = title
        self.status = status
        self.detail = detail
        self.remedy = remedy
    }
}

extension Problem {
    init(_ refusal: ControlRefusal) {
        switch refusal {
        case .notRecording:
            self.init(
                kind: "not-recording", title: "Nothing is being recorded", status: 409,
                detail: "No recording runs, so there is none to stop.", remedy: "Start one first.")
        case .unusable(let reason, let remedy):
            self.init(
                kind: "bad-request", title: "The request cannot be used", status: 400, detail: reason, remedy: remedy)
        case .notNow(let reason, let remedy):
            self.init(kind: "not-now", title: "Not possible now", status: 503, detail: reason, remedy: remedy)
        }
    }
}
