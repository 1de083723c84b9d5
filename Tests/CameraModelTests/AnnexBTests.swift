import CameraModel
import Testing

struct AnnexBTests {
    /// Delimiter, parameter sets, a message, a key slice; start codes of both lengths, zeros behind.
    private let picture: [UInt8] =
        [0, 0, 0, 1, 0x09, 0xF0] + [0, 0, 0, 1, 0x67, 1, 2, 3, 0] + [0, 0, 1, 0x68, 4, 0, 0]
        + [0, 0, 1, 0x06, 5] + [0, 0, 1, 0x65, 6, 0, 0, 3, 1, 7, 0, 0, 0]

    @Test func `units are found between start codes of both lengths, without zeros behind`() {
        let units = AnnexB.units(in: picture).map { Array(picture[$0.range]) }
        #expect(units == [[0x09, 0xF0], [0x67, 1, 2, 3], [0x68, 4], [0x06, 5], [0x65, 6, 0, 0, 3, 1, 7]])
    }

    @Test func `a key picture is known by its first slice`() {
        #expect(AnnexB.isKey(picture))
        #expect(!AnnexB.isKey([0, 0, 1, 0x67, 1, 0, 0, 1, 0x41, 2, 0, 0, 1, 0x65, 3]))
        #expect(!AnnexB.isKey([0, 0, 1, 0x67, 1]))
    }

    @Test func `a start code at the beginning tells a byte stream from length-prefixed units`() {
        #expect(AnnexB.beginsWithStartCode(picture))
        #expect(AnnexB.beginsWithStartCode([0, 0, 0, 0, 1, 0x65]))
        #expect(!AnnexB.beginsWithStartCode([0, 0, 0, 4, 0x65, 0, 0, 1]))
        #expect(!AnnexB.beginsWithStartCode([0, 1, 0x65]))
        #expect(!AnnexB.beginsWithStartCode([0, 0, 0]))
        #expect(!AnnexB.beginsWithStartCode([]))
    }

    @Test func `parameter sets come out with four-byte start codes`() {
        #expect(AnnexB.parameterSets(in: picture) == [0, 0, 0, 1, 0x67, 1, 2, 3, 0, 0, 0, 1, 0x68, 4])
        #expect(AnnexB.parameterSets(in: [0, 0, 1, 0x41, 1, 0, 0, 1, 0x67, 2]).isEmpty)
    }

    @Test func `the sequence parameter set is found`() {
        #expect(AnnexB.sequenceParameterSet(in: picture).map(Array.init) == [0x67, 1, 2, 3])
        #expect(AnnexB.sequenceParameterSet(in: [0, 0, 1, 0x65]) == nil)
    }

    private static let without: [[UInt8]] = [
        [], [0], [0, 0], [0, 0, 1], [0, 0, 0, 1], [0, 0, 1, 0, 0, 1], [1, 2, 3, 4, 5], [0, 0, 0, 0, 0, 0],
    ]

    @Test(arguments: without)
    func `bytes without a unit have none`(bytes: [UInt8]) {
        #expect(Array(AnnexB.units(in: bytes)).isEmpty)
        #expect(!AnnexB.isKey(bytes))
    }

    @Test func `the shortest unit is its header`() {
        #expect(AnnexB.units(in: [0, 0, 1, 0x65]).map(\.range) == [3..<4])
        #expect(AnnexB.units(in: [0, 0, 1, 0, 0, 0, 1, 0x65]).map(\.range).last == 7..<8)
    }

    @Test func `whatever the bytes, units lie in order inside them`() {
        var state: UInt32 = 11
        for _ in 0..<300 {
            let bytes = (0..<40).map { _ -> UInt8 in
                state = state &* 1_664_525 &+ 1_013_904_223
                return [0, 0, 0, 1, 3, 0x65, 0x67, 0xFF][Int(state >> 29)]
            }
            var end = 0
            for unit in AnnexB.units(in: bytes) {
                #expect(unit.range.lowerBound >= end + 3 && !unit.range.isEmpty && unit.range.upperBound <= 40)
                #expect(bytes[unit.range.lowerBound - 1] == 1)
                end = unit.range.upperBound
            }
        }
    }
}
