/// One measured value beside what it was held against.
package struct Measurement: Hashable, Sendable, Codable {
    /// What was measured, in words: `mean luma`.
    package var name: String
    package var value: MeasuredValue
    /// Empty where there is none.
    package var unit: String
    /// What passes, in words: `>= 90`; empty where the value only explains.
    package var threshold: String

    package init(_ name: String, _ value: MeasuredValue, unit: String = "", threshold: String = "") {
        self.name = name
        self.value = value
        self.unit = unit
        self.threshold = threshold
    }

    /// A number, kept to the thousandth.
    package init(_ name: String, _ number: Double, unit: String = "", threshold: String = "") {
        self.init(name, .number(shortened(number)), unit: unit, threshold: threshold)
    }

    /// `mean luma 104.2 (16 to 235)`.
    package var text: String {
        let value = unit.isEmpty ? "\(value)" : "\(value) \(unit)"
        return "\(name) \(value)" + (threshold.isEmpty ? "" : " (\(threshold))")
    }
}

/// A number, words, or yes and no.
package enum MeasuredValue: Hashable, Sendable, Codable, CustomStringConvertible {
    case number(Double)
    case text(String)
    case flag(Bool)

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .flag(let flag): try container.encode(flag)
        }
    }

    package var description: String {
        switch self {
        case .number(let number): shown(number)
        case .text(let text): text
        case .flag(let flag): flag ? "yes" : "no"
        }
    }
}

/// To the thousandth; what is no number, or too large for a JSON reader to keep whole, at the ends of 2⁵³.
func shortened(_ number: Double) -> Double {
    guard !number.isNaN else { return 0 }
    let largest = 9_007_199_254_740_992.0
    guard abs(number) < largest / 1000 else { return number < 0 ? max(number, -largest) : min(number, largest) }
    return (number * 1000).rounded() / 1000
}

/// For people: at most three digits behind the point, none for what is large.
func shown(_ number: Double) -> String {
    let shortened = abs(number) >= 1000 ? shortened(number).rounded() : shortened(number)
    guard shortened == shortened.rounded() else { return "\(shortened)" }
    return "\(Int64(shortened))"
}
