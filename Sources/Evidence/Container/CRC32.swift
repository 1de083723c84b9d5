/// The checksum of ISO 3309, as gzip and `zlib.crc32` compute it.
///
/// It tells a fragment that a power cut tore from a whole one. It is no protection against a person; signatures are.
package struct CRC32: Sendable {
    /// For eight bytes at once: the table of a byte, and behind it those of a byte with one to seven zero bytes after it.
    private static let tables: [UInt32] = {
        var tables: [UInt32] = (0..<256).map { index in
            (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        for index in 256..<8 * 256 {
            let before = tables[index - 256]
            tables.append(before >> 8 ^ tables[Int(before & 0xFF)])
        }
        return tables
    }()

    private var state: UInt32 = 0xFFFF_FFFF

    package init() {}

    /// Of all bytes so far.
    package var value: UInt32 { ~state }

    /// Takes the next bytes.
    package mutating func update(_ bytes: ArraySlice<UInt8>) {
        let tables = Self.tables.span
        let bytes = unsafe bytes.span.bytes
        var state = state
        var next = 0
        while next + 8 <= bytes.byteCount {
            // In the file's order, whatever the machine's. Eight bytes are there.
            let low =
                unsafe UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: next, as: UInt32.self)) ^ state
            let high = unsafe UInt32(
                littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: next + 4, as: UInt32.self))
            state =
                tables[7 * 256 + Int(low & 0xFF)] ^ tables[6 * 256 + Int(low >> 8 & 0xFF)]
                ^ tables[5 * 256 + Int(low >> 16 & 0xFF)] ^ tables[4 * 256 + Int(low >> 24)]
                ^ tables[3 * 256 + Int(high & 0xFF)] ^ tables[2 * 256 + Int(high >> 8 & 0xFF)]
                ^ tables[256 + Int(high >> 16 & 0xFF)] ^ tables[Int(high >> 24)]
            next += 8
        }
        while next < bytes.byteCount {
            let byte = unsafe bytes.unsafeLoad(fromByteOffset: next, as: UInt8.self)
            state = state >> 8 ^ tables[Int(UInt8(truncatingIfNeeded: state) ^ byte)]
            next += 1
        }
        self.state = state
    }

    /// Takes the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        update(bytes[...])
    }
}
