/// Tells a whole JPEG picture from one that was cut off on the way.
package enum JPEGCheck {
    /// Whether it begins with SOI and ends with EOI (ISO/IEC 10918-1, B.1.1.3), zero padding aside.
    ///
    /// Cameras pad the buffer with zeros; some leave out the EOI altogether, and those pictures are not told from cut
    /// ones.
    package static func isWhole(_ picture: RawSpan) -> Bool {
        // `unsafeLoad` reads a byte within the bounds that are checked first.
        func byte(_ index: Int) -> UInt8 { unsafe picture.unsafeLoad(fromByteOffset: index, as: UInt8.self) }
        var count = picture.byteCount
        guard count >= 4, byte(0) == 0xFF, byte(1) == 0xD8 else { return false }
        while count > 4, byte(count - 1) == 0 { count -= 1 }
        return byte(count - 2) == 0xFF && byte(count - 1) == 0xD9
    }
}
