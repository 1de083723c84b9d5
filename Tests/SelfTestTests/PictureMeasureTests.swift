import CameraModel
import SelfTest
import Testing

@Suite struct PictureMeasureTests {
    private func measure(_ width: Int, _ height: Int, _ luma: (Int, Int) -> UInt8) throws -> PictureMeasure {
        let samples = (0..<height).flatMap { y in (0..<width).map { luma($0, y) } }
        return PictureMeasure(
            try #require(LumaPlane(width: width, height: height, samples: samples)), at: MonotonicTime(nanoseconds: 0))
    }

    @Test func `a flat picture has its brightness and no structure`() throws {
        let flat = try measure(64, 48) { _, _ in 77 }
        #expect(flat.mean == 77)
        #expect(flat.structure == 0)
    }

    @Test func `noise is no structure, however strong`() throws {
        let noise = try measure(64, 48) { x, y in UInt8(70 + (x &* 7919 &+ y &* 104_729) % 41) }
        #expect(noise.structure < 4)
    }

    @Test func `edges are structure`() throws {
        let halves = try measure(64, 48) { x, _ in x < 32 ? 20 : 220 }
        #expect(halves.structure == 10_000)
        #expect(halves.mean == 120)
    }

    @Test func `one sample more or less is another picture`() throws {
        let one = try measure(64, 48) { x, y in UInt8(x + y) }
        let same = try measure(64, 48) { x, y in UInt8(x + y) }
        let other = try measure(64, 48) { x, y in x == 40 && y == 40 ? 81 : UInt8(x + y) }
        #expect(one.fingerprint == same.fingerprint)
        #expect(one.fingerprint != other.fingerprint)
    }

    @Test(arguments: [(1, 1), (7, 3), (9, 17), (320, 2)]) func `a picture of any size can be measured`(
        width: Int, height: Int
    ) throws {
        #expect(try measure(width, height) { _, _ in 5 }.mean == 5)
    }

    @Test(arguments: PixelFormat.allCases) func `every n-th pixel is taken of a large frame, in every layout`(
        pixels: PixelFormat
    ) throws {
        let picture = SyntheticPicture(pixels: pixels, width: 700, height: 50)
        let bytes = picture.bytes(number: 3)
        let sampled = LumaPlane(
            sampling: bytes.span.bytes, as: pixels, bytesPerRow: pixels.tightBytesPerRow(width: 700), width: 700,
            height: 50)
        let plane = try #require(sampled)
        #expect((plane.width, plane.height) == (234, 17))
        for (index, sample) in plane.samples.enumerated() {
            #expect(sample == picture.luma(x: index % 234 * 3, y: index / 234 * 3, number: 3))
        }
    }

    @Test(arguments: [(0, 1, 1), (1, 640, 480), (100, -1, 5), (100, 1 << 40, 5), (1000, 10, Int.max)])
    func `a frame that is shorter than it should be, or of no size, is refused`(count: Int, width: Int, height: Int) {
        let bytes = [UInt8](repeating: 0, count: count)
        let plane = LumaPlane(
            sampling: bytes.span.bytes, as: .yuyv, bytesPerRow: 1280, width: width, height: height)
        #expect(plane == nil)
    }

    @Test(arguments: [(0, 5, 0), (2, 2, 5), (-2, -2, 4), (Int.max, 2, 4)])
    func `a plane has as many samples as its size says`(
        width: Int, height: Int, count: Int
    ) {
        #expect(LumaPlane(width: width, height: height, samples: [UInt8](repeating: 0, count: count)) == nil)
    }
}
