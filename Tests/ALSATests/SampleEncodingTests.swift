import Testing

@testable import ALSA

@Suite struct SampleEncodingTests {
    private func converted(
        _ encoding: SampleEncoding, _ bytes: [UInt8], channels: Int, taking taken: Int, room: Int
    ) -> (frames: Int, samples: [Int16]) {
        var samples = [Int16](repeating: 77, count: room)
        let frames = bytes.withUnsafeBytes { bytes in
            samples.withUnsafeMutableBufferPointer {
                encoding.convert(bytes, channels: channels, taking: taken, into: $0)
            }
        }
        return (frames, samples)
    }

    @Test func `sixteen bits are delivered as they are`() {
        let (frames, samples) = converted(
            .s16, [0x01, 0x00, 0xFF, 0x7F, 0x00, 0x80, 0xFF, 0xFF], channels: 1, taking: 1, room: 4)
        #expect(frames == 4)
        #expect(samples == [1, .max, .min, -1])
    }

    @Test func `the upper half of 32 bits is kept, whatever the lower half says`() {
        let (frames, samples) = converted(
            .s32, [0xFF, 0xFF, 0x34, 0x12, 0x00, 0x00, 0x00, 0x80, 0xFF, 0xFF, 0xFF, 0x7F],
            channels: 1, taking: 1, room: 3)
        #expect(frames == 3)
        #expect(samples == [0x1234, .min, .max])
    }

    @Test func `the upper two of three packed bytes are kept`() {
        let (frames, samples) = converted(
            .s24Packed, [0xAB, 0x34, 0x12, 0x00, 0x00, 0x80, 0xFF, 0xFF, 0xFF], channels: 1, taking: 1, room: 3)
        #expect(frames == 3)
        #expect(samples == [0x1234, .min, -1])
    }

    @Test func `the first of more channels is taken`() {
        let (frames, samples) = converted(
            .s16, [1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0], channels: 3, taking: 1, room: 2)
        #expect(frames == 2)
        #expect(samples == [1, 4])
    }

    @Test func `the first two of three packed channels stay in order`() {
        let (frames, samples) = converted(
            .s24Packed, [9, 1, 0, 9, 2, 0, 9, 3, 0, 9, 4, 0, 9, 5, 0, 9, 6, 0], channels: 3, taking: 2, room: 4)
        #expect(frames == 2)
        #expect(samples == [1, 2, 4, 5])
    }

    @Test func `a part of a frame is left`() {
        let (frames, samples) = converted(.s16, [1, 0, 2, 0, 3, 0], channels: 2, taking: 2, room: 4)
        #expect(frames == 1)
        #expect(samples == [1, 2, 77, 77])
    }

    @Test func `no more frames are converted than there is room for`() {
        let (frames, samples) = converted(.s16, [1, 0, 2, 0, 3, 0], channels: 1, taking: 1, room: 2)
        #expect(frames == 2)
        #expect(samples == [1, 2])
    }
}
