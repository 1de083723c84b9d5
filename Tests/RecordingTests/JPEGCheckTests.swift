import CameraModel
import Testing

@testable import Recording

@Suite struct JPEGCheckTests {
    private func isWhole(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { JPEGCheck.isWhole($0.bytes) }
    }

    @Test func `a picture from SOI to EOI is whole, also with zeros behind it`() {
        #expect(isWhole([0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9]))
        #expect(isWhole([0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9, 0, 0, 0]))
        #expect(isWhole([0xFF, 0xD8, 0xFF, 0xD9]))
    }

    @Test func `a picture cut off at any byte is not`() {
        let whole: [UInt8] = [0xFF, 0xD8, 0xFF, 0xDA, 7, 0xFF, 0, 9, 0, 0, 0xFF, 0xD9]
        for count in 0..<whole.count { #expect(!isWhole(Array(whole.prefix(count)))) }
    }

    @Test func `zeros, and what does not begin with SOI, are not`() {
        #expect(!isWhole([UInt8](repeating: 0, count: 1000)))
        #expect(!isWhole([0, 0xFF, 0xD8, 1, 0xFF, 0xD9]))
        #expect(!isWhole([0xFF, 0xD8] + [UInt8](repeating: 0, count: 100)))
    }
}
