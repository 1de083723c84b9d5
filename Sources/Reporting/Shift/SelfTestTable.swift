import Evidence

/// A self-test as the journal tells it (clause D.1.b).
package struct SelfTestTable: Hashable, Sendable, Codable {
    package struct Row: Hashable, Sendable, Codable {
        package var item: String
        package var title: String
        package var verdict: String
        package var code: String?
        /// Measured values, and why.
        package var measured: String
    }

    package var moment: ShiftMoment
    /// `self-test-passed` and the like.
    package var result: String
    /// Empty where the journal has no more than the result.
    package var rows: [Row]

    /// Reads what an entry's details have of a table: at the top, or one level down.
    init(moment: ShiftMoment, result: String, details: JSONObject) {
        self.moment = moment
        self.result = result
        rows = []
        for object in [details] + details.members.compactMap({ $0.value.object }) {
            guard let items = object["items"]?.array else { continue }
            rows = items.compactMap { $0.object.map(Row.init) }
        }
    }
}

extension SelfTestTable.Row {
    fileprivate init(_ object: JSONObject) {
        item = object["item"]?.shown ?? ""
        let subject = object["subject"]?.string ?? ""
        title = (object["title"]?.string ?? "") + (subject.isEmpty ? "" : ", \(subject)")
        verdict = object["verdict"]?.string ?? "unreadable"
        code = object["code"]?.string
        let measurements = (object["measurements"]?.array ?? []).compactMap(\.object).map { measurement in
            let parts = ["name", "value", "unit"].compactMap { measurement[$0]?.shown }.filter { !$0.isEmpty }
            let threshold = measurement["threshold"]?.string ?? ""
            return parts.joined(separator: " ") + (threshold.isEmpty ? "" : " (\(threshold))")
        }
        measured = ([object["reason"]?.string].compactMap(\.self) + measurements).joined(separator: "; ")
    }
}

extension JSONValue {
    var string: String? { if case .string(let text) = self { text } else { nil } }
    var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
    var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    var isTrue: Bool { self == .bool(true) }

    /// A plain value for people; `nil` for what has parts.
    var shown: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .double(let number): String(number)
        case .bool(let flag): flag ? "yes" : "no"
        case .null, .array, .object: nil
        }
    }
}
