import CameraModel
import Yams

extension StrictNode {
    /// Text, quoted or plain, that YAML would not take for a number, a date, a yes or no, or nothing.
    func text(_ expected: String) throws(UnitFileError) -> String {
        let scalar = try scalar(expected)
        guard plainType(of: scalar) == .str else { throw wrongType("\(expected) (in quotes)") }
        return scalar.string
    }

    /// Text of at most `limit` bytes without control characters.
    func shortText(_ expected: String, limit: Int) throws(UnitFileError) -> String {
        let text = try text(expected)
        guard !text.isEmpty, text.utf8.count <= limit,
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw notAllowed(text, allowed: "\(expected), 1 to \(limit) bytes on one line")
        }
        return text
    }

    /// A name that is safe in paths, addresses and logs: `[a-z0-9-]`, up to `limit` characters.
    func name(limit: Int) throws(UnitFileError) -> String {
        let text = try text("a name")
        guard (1...limit).contains(text.utf8.count),
            text.unicodeScalars.allSatisfy({ ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" })
        else {
            throw notAllowed(text, allowed: "1 to \(limit) of a-z, 0-9 and -")
        }
        return text
    }

    /// One of a few words.
    func word(_ allowed: [String]) throws(UnitFileError) -> String {
        let expected = "one of \(allowed.joined(separator: ", "))"
        let word = try characters(expected)
        guard allowed.contains(word) else { throw notAllowed(word, allowed: allowed.joined(separator: ", ")) }
        return word
    }

    /// A whole number in decimal digits.
    func integer(in range: ClosedRange<Int>, _ unit: String = "") throws(UnitFileError) -> Int {
        let allowed = bounds("\(range.lowerBound)", "\(range.upperBound)", unit)
        let text = try numberText("a whole number, \(allowed)", fraction: false)
        guard let value = Int(text), range.contains(value) else { throw notAllowed(text, allowed: allowed) }
        return value
    }

    /// A decimal number, with or without a fraction.
    func number(in range: ClosedRange<Double>, _ unit: String = "") throws(UnitFileError) -> Double {
        let allowed = bounds(short(range.lowerBound), short(range.upperBound), unit)
        let text = try numberText("a number, \(allowed)", fraction: true)
        guard let value = Double(text), range.contains(value) else { throw notAllowed(text, allowed: allowed) }
        return value
    }

    /// A length of time in seconds.
    func seconds(in range: ClosedRange<Double>) throws(UnitFileError) -> Duration {
        .fractional(seconds: try number(in: range, "seconds"))
    }

    /// On or off, as words or as YAML's yes or no.
    ///
    /// YAML 1.1 reads a plain `off` as false, and so do programs that write these files.
    func onOrOff() throws(UnitFileError) -> Bool {
        let word = try word(["on", "off", "true", "false"])
        return word == "on" || word == "true"
    }

    /// A scalar's characters, whatever YAML would take them for.
    func characters(_ expected: String) throws(UnitFileError) -> String {
        try scalar(expected).string
    }

    private func scalar(_ expected: String) throws(UnitFileError) -> Node.Scalar {
        guard let scalar = node.scalar else { throw wrongType(expected) }
        try refuseTag(scalar.tag)
        return scalar
    }

    /// Plain decimal digits: YAML's other spellings (octal, sexagesimal, `.inf`) are told apart by no reader.
    private func numberText(_ expected: String, fraction: Bool) throws(UnitFileError) -> String {
        let scalar = try scalar(expected)
        let digits = scalar.string.hasPrefix("-") ? scalar.string.dropFirst() : scalar.string[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard scalar.style == .plain, parts.count <= (fraction ? 2 : 1), let whole = parts.first,
            parts.allSatisfy({ $0.isDigits && $0.utf8.count <= 20 }),
            whole == "0" || !whole.hasPrefix("0")
        else {
            throw wrongType(expected)
        }
        return scalar.string
    }

    private func bounds(_ low: String, _ high: String, _ unit: String) -> String {
        "\(low) to \(high)" + (unit.isEmpty ? "" : " \(unit)")
    }

    private func short(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}

extension StringProtocol {
    /// One or more of 0 to 9, nothing else.
    var isDigits: Bool {
        !isEmpty && unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    }
}
