/// The text of a record, cut into lines; the last may be torn.
package struct RecordText: Hashable, Sendable {
    /// The whole lines, in order.
    package var lines: [RecordLine] = []
    /// The bytes of the whole, readable lines from the start, with their line breaks.
    package var wholeEnd = 0
    /// Where and why reading ended before the text did.
    package var defect: String?

    /// Reads as far as every line is whole and understood.
    package init(_ bytes: [UInt8]) {
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            do {
                lines.append(try RecordCoding.decode(RecordLine.self, from: Array(bytes[start..<end])))
            } catch {
                defect = "line \(lines.count + 1), byte \(start): not a line of a record"
                return
            }
            start = end + 1
            wholeEnd = start
        }
        if start < bytes.count { defect = "line \(lines.count + 1), byte \(start): cut off" }
    }
}
