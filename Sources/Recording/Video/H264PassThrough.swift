import CameraModel

/// Hands a camera's own H.264 on untouched, from its first key picture.
final class H264PassThrough: VideoEncoder {
    private let mode: VideoMode
    /// Some cameras send the parameter sets once only, at their start.
    private var parameterSets: [UInt8] = []
    private var hasBegun = false

    init(mode: VideoMode) {
        self.mode = mode
    }

    func encode(
        _ frame: RawSpan, at time: MonotonicTime, requireKey: Bool
    ) throws(EncodingError) -> [EncodedPacket] {
        let bytes = [UInt8](frame)
        let isKey = AnnexB.isKey(bytes)
        let sets = AnnexB.parameterSets(in: bytes)
        if !sets.isEmpty { parameterSets = sets }
        // Pictures before the first that a decoder can start with are of no use to anybody.
        if isKey, !parameterSets.isEmpty { hasBegun = true }
        guard hasBegun else { return [] }
        let parameters =
            isKey
            ? VideoParameters(coding: .h264, width: mode.width, height: mode.height, parameterSets: parameterSets)
            : nil
        return [EncodedPacket(time: time, isKey: isKey, bytes: bytes, parameters: parameters)]
    }

    func finish() throws(EncodingError) -> [EncodedPacket] { [] }
}
