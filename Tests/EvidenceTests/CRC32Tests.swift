import Evidence
import Testing

@Suite struct CRC32Tests {
    private func checksum(_ bytes: [UInt8]) -> UInt32 {
        var checksum = CRC32()
        checksum.update(bytes)
        return checksum.value
    }

    @Test func `the check value of the catalogue comes out`() {
        #expect(checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test(
        arguments: [
            ([], 0), (Array("a".utf8), 0xE8B7_BE43), (Array("abc".utf8), 0x3524_41C2),
            (Array("The quick brown fox jumps over the lazy dog".utf8), 0x414F_A339),
            ([UInt8](repeating: 0, count: 32), 0x190A_55AD), ([UInt8](repeating: 0xFF, count: 32), 0xFF6C_AB0B),
        ] as [([UInt8], UInt32)])
    func `known texts have their known checksums`(bytes: [UInt8], expected: UInt32) {
        #expect(checksum(bytes) == expected)
    }

    @Test func `bytes in pieces give the same as at once`() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var pieces = CRC32()
        for start in stride(from: 0, to: 1000, by: 13) { pieces.update(bytes[start..<min(1000, start + 13)]) }
        #expect(pieces.value == checksum(bytes))
    }
}
