import CameraModel
import Testing

struct SequenceParameterSetTests {
    /// Made by libx264: cropped, baseline, with odd macroblocks, interlaced, and 4:4:4.
    @Test(arguments: [
        ("67640028acd940780227e5c044000003000400000300f03c60c658", 100, 40, 1920, 1080),
        ("6742c01eda0280f6c044000003000400000300f03c58ba80", 66, 30, 640, 480),
        ("67640020acd94056061e6f0110000003001000000303c0f1831960", 100, 32, 1366, 768),
        ("67640028acd94078044fde0220000003002000000643e2c5b2c0", 100, 40, 1920, 1080),
        ("67f4000d919b282a33c7c5e022000003000200000300641e28532c", 244, 13, 322, 182),
    ])
    func `profile, level and size are read`(hex: String, profile: Int, level: Int, width: Int, height: Int) throws {
        let set = try SequenceParameterSet(bytes(hex)[...])
        #expect(set.profile == UInt8(profile))
        #expect(set.level == UInt8(level))
        #expect(set.width == width)
        #expect(set.height == height)
    }

    @Test func `every beginning of one is refused or read, and none traps`() {
        let whole = bytes("67640028acd940780227e5c044000003000400000300f03c60c658")
        for length in 0..<9 {
            #expect(throws: EncodingError.self) { _ = try SequenceParameterSet(whole.prefix(length)) }
        }
    }

    @Test func `noise is refused or read, and never traps`() {
        var state: UInt32 = 5
        var refused = 0
        for _ in 0..<5000 {
            let noise = (0..<24).map { _ -> UInt8 in
                state = state &* 1_664_525 &+ 1_013_904_223
                return UInt8(truncatingIfNeeded: state >> 24)
            }
            let profile: UInt8 = noise[0] & 1 == 0 ? 100 : 66
            do {
                let set = try SequenceParameterSet([0x67, profile] + noise)
                #expect((1...16_880).contains(set.width) && (1...16_880).contains(set.height))
            } catch {
                refused += 1
            }
        }
        #expect(refused > 0)
    }

    @Test func `another unit is refused`() {
        #expect(throws: EncodingError.malformed("no sequence parameter set")) {
            _ = try SequenceParameterSet([0x68, 1, 2, 3])
        }
    }

    private func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }
}
