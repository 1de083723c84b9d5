/// The checksum of ISO 3309, as gzip and `zlib.crc32` compute it.
///
/// It tells a fragment that a power cut tore from a whole one. It is no protection against a person; signatures are.
package struct CRC32: Sendable {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    private var state: UInt32 = 0xFFFF_FFFF

    package init() {}

    /// Of all bytes so far.
    package var value: UInt32 { ~state }

    /// Takes the next bytes.
    package mutating func update(_ bytes: ArraySlice<UInt8>) {
        let table = Self.table
        var state = state
        for byte in bytes {
            state = state >> 8 ^ table[Int(UInt8(truncatingIfNeeded: state) ^ byte)]
        }
        self.state = state
    }

    /// Takes the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        update(bytes[...])
    }
}
