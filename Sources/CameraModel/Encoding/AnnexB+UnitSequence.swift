extension AnnexB {
    /// The NAL units of a byte stream, found one by one.
    package struct UnitSequence: Sequence {
        let bytes: [UInt8]

        package func makeIterator() -> UnitIterator {
            UnitIterator(bytes: bytes)
        }
    }

    /// Goes from start code to start code.
    package struct UnitIterator: IteratorProtocol {
        private let bytes: [UInt8]
        /// Where the current unit starts, behind its start code.
        private var start: Int
        /// Where the current unit ends, once somebody wanted to know.
        private var end: Int?

        init(bytes: [UInt8]) {
            self.bytes = bytes
            start = 0
            end = 0
        }

        package mutating func next() -> Unit? {
            guard moveToNext() else { return nil }
            return Unit(type: UnitType(rawValue: bytes[start] & 0x1F), range: currentRange())
        }

        /// Goes on to the next unit, and says only what it is.
        ///
        /// - Returns: The type; `.some(nil)` for one of no interest; `nil` at the end.
        mutating func skipToNext() -> UnitType?? {
            guard moveToNext() else { return nil }
            return .some(UnitType(rawValue: bytes[start] & 0x1F))
        }

        /// Where the unit lies that the iterator came to last.
        mutating func currentRange() -> Range<Int> {
            var last = endOfCurrent()
            // trailing_zero_8bits belong to the byte stream, not to the unit (B.1.1).
            while last > start + 1, bytes[last - 1] == 0 { last -= 1 }
            return start..<last
        }

        private mutating func moveToNext() -> Bool {
            var from = endOfCurrent()
            while let code = startCode(from: from) {
                start = code + 3
                end = nil
                if start < bytes.count, !(start + 2 < bytes.count && isStartCode(at: start)) { return true }
                from = start
            }
            start = bytes.count
            end = bytes.count
            return false
        }

        private mutating func endOfCurrent() -> Int {
            if let end { return end }
            let found = startCode(from: start) ?? bytes.count
            end = found
            return found
        }

        private func isStartCode(at index: Int) -> Bool {
            bytes[index] == 0 && bytes[index + 1] == 0 && bytes[index + 2] == 1
        }

        /// The first 00 00 01 at or behind `index`.
        private func startCode(from index: Int) -> Int? {
            // The third byte tells how far the next one can be at least.
            var third = index + 2
            while third < bytes.count {
                if bytes[third] > 1 {
                    third += 3
                } else if bytes[third] == 1 {
                    if bytes[third - 1] == 0, bytes[third - 2] == 0 { return third - 2 }
                    third += 3
                } else {
                    third += 1
                }
            }
            return nil
        }
    }
}
