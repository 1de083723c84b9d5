/// Where one box lies in a file (ISO/IEC 14496-12, 4.2).
package struct Box: Hashable, Sendable {
    /// Four characters, such as `moof`.
    package var type: String
    /// Of the box's first byte, in the file.
    package var offset: Int64
    /// The box's own header: 8 bytes, or 16 with a long size.
    package var headerSize: Int64
    /// The whole box, header included, in bytes.
    package var size: Int64

    package var end: Int64 { offset + size }

    package init(type: String, offset: Int64, headerSize: Int64, size: Int64) {
        self.type = type
        self.offset = offset
        self.headerSize = headerSize
        self.size = size
    }

    /// Reads a box header.
    ///
    /// - Parameters:
    ///   - bytes: At least the header's bytes as far as the file has them; 16 are always enough.
    ///   - offset: Where in the file they are from.
    ///   - fileSize: In bytes.
    /// - Returns: The box, or `nil` when it is malformed or does not end within the file.
    package static func parse(_ bytes: [UInt8], at offset: Int64, fileSize: Int64) -> Box? {
        guard bytes.count >= 8 else { return nil }
        var size = Int64(bigEndian(bytes[0..<4]))
        var header: Int64 = 8
        if size == 1 {
            guard bytes.count >= 16 else { return nil }
            size = Int64(clamping: bigEndian(bytes[8..<16]))
            header = 16
        } else if size == 0 {
            size = fileSize - offset
        }
        guard size >= header, size <= fileSize - offset else { return nil }
        let type = String(decoding: bytes[4..<8].map { $0 >= 0x20 && $0 < 0x7F ? $0 : 0x3F }, as: UTF8.self)
        return Box(type: type, offset: offset, headerSize: header, size: size)
    }
}

/// An unsigned integer of up to eight bytes, most significant first.
func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
}

/// The last `count` bytes of `value`, most significant first.
func bigEndianBytes(_ value: UInt64, count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
}
