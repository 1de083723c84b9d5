import CLinux
import CameraModel
import Testing

@testable import V4L2

@Suite struct GrantedPictureTests {
    @Test func `a single-planar format has one memory plane`() {
        var format = v4l2_format()
        format.fmt.pix.width = 640
        format.fmt.pix.height = 480
        format.fmt.pix.pixelformat = code("YUYV").rawValue
        format.fmt.pix.bytesperline = 1280
        format.fmt.pix.sizeimage = 614_400
        format.fmt.pix.field = V4L2_FIELD_NONE.rawValue
        #expect(
            GrantedPicture(format, queue: .singlePlanar)
                == GrantedPicture(
                    code: code("YUYV"), size: size(640, 480),
                    planes: [MemoryPlane(bytesPerRow: 1280, byteCount: 614_400)], field: 1))
    }

    @Test func `a multi-planar format has as many as it says, and no more than there can be`() {
        var format = v4l2_format()
        format.fmt.pix_mp.width = 640
        format.fmt.pix_mp.height = 480
        format.fmt.pix_mp.num_planes = 2
        format.fmt.pix_mp.plane_fmt.0.bytesperline = 704
        format.fmt.pix_mp.plane_fmt.1.bytesperline = 640
        #expect(GrantedPicture(format, queue: .multiPlanar).planes.map(\.bytesPerRow) == [704, 640])
        format.fmt.pix_mp.num_planes = 255
        #expect(GrantedPicture(format, queue: .multiPlanar).planes.count == Int(VIDEO_MAX_PLANES))
    }

    @Test func `numbers that cannot be a picture's are not reckoned with`() {
        let plane = MemoryPlane(bytesPerRow: 1280, byteCount: 1)
        #expect(GrantedPicture(code: code("YUYV"), size: size(640, 480), planes: [plane], field: 1).isPlausible)
        #expect(!GrantedPicture(code: code("YUYV"), size: size(0, 480), planes: [plane], field: 1).isPlausible)
        #expect(!GrantedPicture(code: code("YUYV"), size: size(640, 1 << 31), planes: [plane], field: 1).isPlausible)
        #expect(!GrantedPicture(code: code("YUYV"), size: size(640, 480), planes: [], field: 1).isPlausible)
        let long = MemoryPlane(bytesPerRow: 1 << 31, byteCount: 1)
        #expect(!GrantedPicture(code: code("YUYV"), size: size(640, 480), planes: [long], field: 1).isPlausible)
    }
}
