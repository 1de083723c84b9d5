import CameraModel
import Testing

@testable import V4L2

@Suite struct PlaneGatherTests {
    private func picture(_ strides: [Int], _ width: Int = 4, _ height: Int = 2) -> GrantedPicture {
        GrantedPicture(
            code: code("NM12"), size: size(width, height),
            planes: strides.map { MemoryPlane(bytesPerRow: $0, byteCount: $0 * height) }, field: 1)
    }

    private func gather(_ gather: PlaneGather, _ planes: [[UInt8]]) -> [UInt8]? {
        var made = [UInt8](repeating: 0, count: gather.byteCount)
        let isWhole = planes.indices.allSatisfy { index in
            planes[index].withUnsafeBytes { source in
                made.withUnsafeMutableBytes { gather.copy(part: index, from: source, into: $0) }
            }
        }
        return isWhole ? made : nil
    }

    @Test func `planes without padding follow each other`() throws {
        let nv12 = try #require(PlaneGather(pixels: .nv12, picture: picture([4, 4])))
        #expect(gather(nv12, [Array(0..<8), Array(8..<12)]) == Array(0..<12))
    }

    @Test func `padding of each plane is left out`() throws {
        let yu12 = try #require(PlaneGather(pixels: .yu12, picture: picture([6, 3, 2])))
        let made = gather(yu12, [[0, 1, 2, 3, 99, 99, 4, 5, 6, 7], [8, 9, 99], [10, 11]])
        #expect(made == Array(0..<12))
    }

    @Test func `a plane that is short of its last row spoils the picture`() throws {
        let nv12 = try #require(PlaneGather(pixels: .nv12, picture: picture([4, 4])))
        #expect(gather(nv12, [Array(0..<8), Array(8..<11)]) == nil)
    }

    @Test func `odd sizes round chroma up`() throws {
        let yu12 = try #require(PlaneGather(pixels: .yu12, picture: picture([5, 3, 3], 5, 3)))
        #expect(yu12.byteCount == PixelFormat.yu12.byteCount(bytesPerRow: 5, height: 3))
    }

    @Test func `rows shorter than the picture, and planes of another number, are refused`() {
        #expect(PlaneGather(pixels: .nv12, picture: picture([3, 4])) == nil)
        #expect(PlaneGather(pixels: .nv12, picture: picture([4, 4, 4])) == nil)
        #expect(PlaneGather(pixels: .yuyv, picture: picture([8, 8])) == nil)
    }
}
