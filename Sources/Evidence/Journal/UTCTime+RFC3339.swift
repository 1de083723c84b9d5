import CameraModel

extension UTCTime {
    /// Reads what ``UTCTime/description`` writes, and only that; `nil` for another form or no such instant.
    init?(journalText text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24 else { return nil }
        func digits(_ range: Range<Int>) -> Int64? {
            guard bytes[range].allSatisfy({ UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }) else { return nil }
            return bytes[range].reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        }
        guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10),
            let hour = digits(11..<13), let minute = digits(14..<16), let second = digits(17..<19),
            let millisecond = digits(20..<23)
        else { return nil }
        let seconds = ((Self.days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
        let (product, overflow) = (seconds * 1000 + millisecond).multipliedReportingOverflow(by: 1_000_000)
        guard !overflow else { return nil }
        self.init(nanosecondsSince1970: product)
        // Everything else that may be wrong with the text (13th month, other separators) does not come back as it was.
        guard description == text else { return nil }
    }

    /// Days since 1970-01-01 of a date (Hinnant, "chrono-compatible low-level date algorithms"), years from 0.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
