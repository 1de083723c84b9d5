/// Reads bits and Exp-Golomb codes out of a NAL unit's payload (ITU-T H.264, 7.2 and 9.1).
///
/// It leaves out emulation prevention bytes, and says so when there is nothing left to read.
struct ExpGolombReader {
    private let bytes: ArraySlice<UInt8>
    private var next: Int
    private var zeros = 0
    private var current: UInt8 = 0
    private var bitsLeft = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        next = bytes.startIndex
    }

    /// The next `count` bits, at most 32, most significant first.
    ///
    /// - Throws: ``EncodingError/malformed(_:)`` at the end.
    mutating func bits(_ count: Int) throws(EncodingError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            if bitsLeft == 0 { try readByte() }
            bitsLeft -= 1
            value = value << 1 | UInt32(current >> UInt8(bitsLeft) & 1)
        }
        return value
    }

    /// ue(v).
    ///
    /// - Throws: ``EncodingError/malformed(_:)`` at the end, and for a code that no value has.
    mutating func unsigned() throws(EncodingError) -> UInt32 {
        var leading = 0
        while try bits(1) == 0 {
            leading += 1
            guard leading < 32 else { throw .malformed("an Exp-Golomb code of more than 32 bits") }
        }
        return (UInt32(1) << UInt32(leading) - 1) + (try bits(leading))
    }

    /// se(v).
    ///
    /// - Throws: As ``unsigned()``.
    mutating func signed() throws(EncodingError) -> Int32 {
        let code = Int64(try unsigned())
        return Int32(truncatingIfNeeded: code.isMultiple(of: 2) ? -(code / 2) : (code + 1) / 2)
    }

    private mutating func readByte() throws(EncodingError) {
        if zeros >= 2, next < bytes.endIndex, bytes[next] == 3 {
            next += 1
            zeros = 0
        }
        guard next < bytes.endIndex else { throw .malformed("a parameter set that ends too soon") }
        current = bytes[next]
        zeros = current == 0 ? zeros + 1 : 0
        next += 1
        bitsLeft = 8
    }
}
