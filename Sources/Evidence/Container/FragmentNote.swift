import CameraModel

/// The box that follows each fragment and says what is in it.
///
/// A `uuid` box (ISO/IEC 14496-12, 11.1): its type, one byte of version (1), the CRC-32 of everything in the file since
/// the end of the note before (or the start of the file) with the note's own text behind it, and that text: a
/// ``FragmentEntry`` as JSON. It is written with its fragment in one write, so that a file that lost its record still
/// tells its story, and that a torn fragment is known.
package struct FragmentNote: Hashable, Sendable {
    /// The letters "dutyca." and "fragmt" around the fixed bits of a version-8 UUID (RFC 9562, 5.8).
    package static let userType: [UInt8] = [
        0x64, 0x75, 0x74, 0x79, 0x63, 0x61, 0x8D, 0x2E, 0x80, 0x01, 0x66, 0x72, 0x61, 0x67, 0x6D, 0x74,
    ]

    /// A note longer than this is not one of ours.
    static let longest: Int64 = 1 << 20

    /// Header, user type, version, checksum.
    static let fixedSize = 8 + 16 + 1 + 4

    package var entry: FragmentEntry

    package init(entry: FragmentEntry) {
        self.entry = entry
    }

    /// The whole box.
    ///
    /// - Parameter preceding: The bytes since the note before; the checksum begins with them.
    /// - Returns: The box's bytes.
    /// - Throws: When the entry cannot be written as JSON, which is our own bug.
    package func box(preceding: [UInt8]) throws -> [UInt8] {
        let text = try RecordCoding.encode(entry)
        var checksum = CRC32()
        checksum.update(preceding)
        checksum.update(text)
        return bigEndianBytes(UInt64(Self.fixedSize + text.count), count: 4) + Array("uuid".utf8) + Self.userType + [1]
            + bigEndianBytes(UInt64(checksum.value), count: 4) + text
    }

    /// Takes a box apart.
    ///
    /// - Parameters:
    ///   - bytes: The whole box.
    ///   - checksum: Of the bytes since the note before.
    /// - Returns: The note, or `nil` when it is not one of ours, or its checksum is wrong.
    static func parse(_ bytes: [UInt8], after checksum: CRC32) -> FragmentNote? {
        // Its own size too: a box "to the end of the file" would grow with what is appended.
        guard bytes.count > fixedSize, bigEndian(bytes[0..<4]) == UInt64(bytes.count),
            Array(bytes[8..<24]) == userType, bytes[24] == 1
        else { return nil }
        var checksum = checksum
        checksum.update(bytes[fixedSize...])
        guard UInt64(checksum.value) == bigEndian(bytes[25..<29]),
            let entry = try? RecordCoding.decode(FragmentEntry.self, from: Array(bytes[fixedSize...]))
        else { return nil }
        return FragmentNote(entry: entry)
    }
}
