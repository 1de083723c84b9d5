import Evidence
import Testing

@Suite struct BoxTests {
    private func header(_ size: UInt32, _ type: String, _ long: UInt64? = nil) -> [UInt8] {
        let short = (0..<4).reversed().map { UInt8(truncatingIfNeeded: size >> (8 * UInt32($0))) }
        let large = long.map { value in (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
        }
        return short + Array(type.utf8) + (large ?? [])
    }

    @Test func `a plain header gives type, place and size`() {
        let box = Box.parse(header(100, "moof"), at: 40, fileSize: 1000)
        #expect(box == Box(type: "moof", offset: 40, headerSize: 8, size: 100))
        #expect(box?.end == 140)
    }

    @Test func `a long size is read`() {
        let box = Box.parse(header(1, "mdat", 5_000_000_000), at: 0, fileSize: 6_000_000_000)
        #expect(box == Box(type: "mdat", offset: 0, headerSize: 16, size: 5_000_000_000))
    }

    @Test func `size zero reaches to the end of the file`() {
        #expect(Box.parse(header(0, "mdat"), at: 40, fileSize: 1000)?.size == 960)
    }

    @Test(arguments: [2, 3, 7, 961, UInt32.max])
    func `a size below its header or beyond the file is refused`(size: UInt32) {
        #expect(Box.parse(header(size, "moof"), at: 40, fileSize: 1000) == nil)
    }

    @Test(arguments: [0, 1, 15, 961, UInt64(Int64.max), UInt64(Int64.max) + 1, UInt64.max])
    func `a long size below its header or beyond the file is refused`(size: UInt64) {
        #expect(Box.parse(header(1, "moof", size), at: 40, fileSize: 1000) == nil)
    }

    @Test(arguments: 0..<16)
    func `a header that is cut off is refused`(count: Int) {
        let bytes = Array(header(1, "mdat", 20).prefix(count))
        #expect(Box.parse(bytes, at: 0, fileSize: Int64(count)) == nil)
    }

    @Test func `a type that is no text is shown as question marks`() {
        #expect(Box.parse([0, 0, 0, 8, 0, 0xFF, 0x41, 0x42], at: 0, fileSize: 8)?.type == "??AB")
    }
}
