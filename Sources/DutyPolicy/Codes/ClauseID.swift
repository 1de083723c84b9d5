/// A clause of the policy by its printed identification, such as `D.3.b(2)`.
///
/// As printed, slips included: the preservation order of section F.1 is `F.1.l`, and section I.2 goes from `d` to `m`
/// (Connecticut POST Council, "Use of Body Worn and Dashboard Cameras", 1 July 2022).
package struct ClauseID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    package var text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral text: String) {
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool {
        left.text < right.text
    }
}
