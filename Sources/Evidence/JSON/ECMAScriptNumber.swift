/// Numbers as ECMAScript writes them (ECMA-262, Number::toString), which RFC 8785, 3.2.2.3, asks for.
enum ECMAScriptNumber {
    /// The shortest text that reads back as the same double; `nil` for one that is not finite.
    static func text(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        // Minus zero too.
        guard value != 0 else { return "0" }
        let (digits, point) = shortest(value.magnitude)
        return (value < 0 ? "-" : "") + layOut(digits, point: point)
    }

    /// The fewest digits that tell the value, the closest such, and where the point stands behind the first of them.
    ///
    /// Swift's own description has exactly these digits, laid out by other rules.
    private static func shortest(_ value: Double) -> (digits: [UInt8], point: Int) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        let parts = value.description.utf8.split(separator: UInt8(ascii: "e"))
        for byte in parts.first.map(Array.init) ?? [] {
            if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
        }
        if parts.count > 1 { exponent = Int(String(Substring(parts[1]))) ?? 0 }
        var place = (point ?? digits.count) + exponent
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leadingZeros)
        place -= leadingZeros
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, place)
    }

    private static func layOut(_ digits: [UInt8], point: Int) -> String {
        let count = digits.count
        let text = String(decoding: digits, as: UTF8.self)
        if count <= point, point <= 21 {
            return text + String(repeating: "0", count: point - count)
        }
        if 0 < point, point <= 21 {
            return text.prefix(point) + "." + text.dropFirst(point)
        }
        if -6 < point, point <= 0 {
            return "0." + String(repeating: "0", count: -point) + text
        }
        let exponent = point - 1
        let mantissa = count == 1 ? text : text.prefix(1) + "." + text.dropFirst(1)
        return "\(mantissa)e\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }
}
