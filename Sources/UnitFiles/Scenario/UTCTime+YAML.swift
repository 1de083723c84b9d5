import CameraModel

extension UTCTime {
    /// RFC 3339 in UTC to the second: `2026-07-01T08:00:00Z`.
    init(_ node: StrictNode) throws(UnitFileError) {
        let allowed = "a time in UTC such as 2026-07-01T08:00:00Z, from 2000 to 2199"
        let text = try node.characters(allowed)
        guard let time = Self.parsed(text) else { throw node.notAllowed(text, allowed: allowed) }
        self = time
    }

    private static func parsed(_ text: String) -> UTCTime? {
        let form = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
        let bytes = Array(text.utf8)
        let digit = UInt8(ascii: "d")
        guard bytes.count == form.count,
            zip(bytes, form).allSatisfy({ $1 == digit ? (0x30...0x39 as ClosedRange<UInt8>).contains($0) : $0 == $1 })
        else { return nil }
        func number(_ range: Range<Int>) -> Int64 {
            bytes[range].reduce(0) { $0 * 10 + Int64($1 - 0x30) }
        }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard (2000...2199).contains(year), (1...12).contains(month), (1...days(in: month, of: year)).contains(day),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let seconds = (daysSince1970(year, month, day) * 24 + hour) * 3600 + minute * 60 + second
        return UTCTime(nanosecondsSince1970: seconds * 1_000_000_000)
    }

    private static func days(in month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `days_from_civil` of Hinnant's "chrono-compatible low-level date algorithms", for years after 0.
    private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
