import CLinux
import CameraModel

/// What VIDIOC_S_FMT or VIDIOC_TRY_FMT made of the format asked for.
struct GrantedPicture: Equatable {
    let code: FourCC
    let size: FrameSize
    /// One for each memory plane: one, but for the formats that end in `M`.
    let planes: [MemoryPlane]
    /// V4L2_FIELD_….
    let field: UInt32

    /// Whether each buffer holds a whole picture with its rows in order.
    var isProgressive: Bool { field == V4L2_FIELD_NONE.rawValue || field == V4L2_FIELD_ANY.rawValue }

    /// Whether the numbers can be a picture's, so that they may be reckoned with.
    var isPlausible: Bool {
        (1...32_768).contains(size.width) && (1...32_768).contains(size.height)
            && planes.allSatisfy { $0.bytesPerRow <= 1 << 20 } && !planes.isEmpty
    }

    init(code: FourCC, size: FrameSize, planes: [MemoryPlane], field: UInt32) {
        self.code = code
        self.size = size
        self.planes = planes
        self.field = field
    }

    /// - Parameters:
    ///   - format: As the driver returned it.
    ///   - queue: Which of the two layouts it is in.
    init(_ format: v4l2_format, queue: CaptureQueue) {
        switch queue {
        case .singlePlanar:
            let picture = format.fmt.pix
            self.init(
                code: FourCC(rawValue: picture.pixelformat),
                size: FrameSize(width: Int(picture.width), height: Int(picture.height)),
                planes: [MemoryPlane(bytesPerRow: Int(picture.bytesperline), byteCount: Int(picture.sizeimage))],
                field: picture.field)
        case .multiPlanar:
            let picture = format.fmt.pix_mp
            let planes = picture.plane_fmt
            let all = [planes.0, planes.1, planes.2, planes.3, planes.4, planes.5, planes.6, planes.7]
            self.init(
                code: FourCC(rawValue: picture.pixelformat),
                size: FrameSize(width: Int(picture.width), height: Int(picture.height)),
                planes: all.prefix(Int(picture.num_planes)).map {
                    MemoryPlane(bytesPerRow: Int($0.bytesperline), byteCount: Int($0.sizeimage))
                },
                field: picture.field)
        }
    }
}

/// One piece of memory of a picture.
struct MemoryPlane: Equatable {
    /// From one row to the next, in bytes; 0 for coded pictures.
    let bytesPerRow: Int
    /// Room for one picture's part, in bytes.
    let byteCount: Int
}
