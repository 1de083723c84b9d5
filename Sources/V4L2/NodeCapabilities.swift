import CLinux

/// What VIDIOC_QUERYCAP says about one node.
struct NodeCapabilities: Hashable {
    let card: String
    let bus: String
    /// V4L2_CAP_… of this node, not of the whole device.
    let flags: UInt32

    init(card: String, bus: String, flags: UInt32) {
        self.card = card
        self.bus = bus
        self.flags = flags
    }

    /// - Parameter raw: As the kernel filled it.
    init(_ raw: v4l2_capability) {
        let hasNodeFlags = raw.capabilities & UInt32(V4L2_CAP_DEVICE_CAPS) != 0
        self.init(
            card: text(of: raw.card), bus: text(of: raw.bus_info),
            flags: hasNodeFlags ? raw.device_caps : raw.capabilities)
    }

    /// The queue that pictures come from; `nil` for metadata, output and codec nodes, and those that cannot stream.
    ///
    /// A memory-to-memory node (V4L2_CAP_VIDEO_M2M) sets none of the capture flags.
    var queue: CaptureQueue? {
        guard flags & UInt32(V4L2_CAP_STREAMING) != 0 else { return nil }
        if flags & UInt32(V4L2_CAP_VIDEO_CAPTURE) != 0 { return .singlePlanar }
        if flags & UInt32(V4L2_CAP_VIDEO_CAPTURE_MPLANE) != 0 { return .multiPlanar }
        return nil
    }

    /// As ``Negotiation/device`` shows it.
    var device: String { "\(card) on \(bus)" }
}

/// Which of the two capture interfaces a node speaks (V4L2 documentation, "single- and multi-planar APIs").
enum CaptureQueue: Hashable {
    /// V4L2_BUF_TYPE_VIDEO_CAPTURE.
    case singlePlanar
    /// V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE.
    case multiPlanar

    /// The kernel's number for it.
    var bufferType: UInt32 {
        switch self {
        case .singlePlanar: V4L2_BUF_TYPE_VIDEO_CAPTURE.rawValue
        case .multiPlanar: V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE.rawValue
        }
    }
}

/// A fixed array of C characters up to its first zero, with what is no UTF-8 replaced.
private func text<Characters>(of characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}
