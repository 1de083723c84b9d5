import CameraModel

/// Hands a camera's own H.264 on untouched, from its first key picture.
final class H264PassThrough: VideoEncoder {
    private let mode: VideoMode
    /// Some cameras send the parameter sets once only, at their start, or one kind without the other.
    private var sequenceSets: [UInt8] = []
    private var pictureSets: [UInt8] = []
    private var hasBegun = false

    var waitsFor: String? {
        if hasBegun { return nil }
        let sets = [("sequence", sequenceSets), ("picture", pictureSets)].filter(\.1.isEmpty).map(\.0)
        return sets.isEmpty
            ? "a key picture (IDR)" : "the \(sets.joined(separator: " and ")) parameter set of its H.264 stream"
    }

    init(mode: VideoMode) {
        self.mode = mode
    }

    func encode(
        _ frame: RawSpan, at time: MonotonicTime, requireKey: Bool
    ) throws(EncodingError) -> [EncodedPacket] {
        let bytes = [UInt8](frame)
        guard AnnexB.beginsWithStartCode(bytes) else { throw .malformed("H.264 without start codes (Annex B)") }
        let isKey = AnnexB.isKey(bytes)
        take(AnnexB.parameterSets(in: bytes))
        // Pictures before the first that a decoder can start with are of no use to anybody.
        if isKey, !sequenceSets.isEmpty, !pictureSets.isEmpty { hasBegun = true }
        guard hasBegun else { return [] }
        let parameters =
            isKey
            ? VideoParameters(
                coding: .h264, width: mode.width, height: mode.height, parameterSets: sequenceSets + pictureSets)
            : nil
        return [EncodedPacket(time: time, isKey: isKey, bytes: bytes, parameters: parameters)]
    }

    private func take(_ sets: [UInt8]) {
        guard !sets.isEmpty else { return }
        func all(_ type: AnnexB.UnitType) -> [UInt8] {
            AnnexB.units(in: sets).filter { $0.type == type }.flatMap { [0, 0, 0, 1] + sets[$0.range] }
        }
        let (sequence, picture) = (all(.sequenceParameterSet), all(.pictureParameterSet))
        if !sequence.isEmpty { sequenceSets = sequence }
        if !picture.isEmpty { pictureSets = picture }
    }

    func finish() throws(EncodingError) -> [EncodedPacket] { [] }
}
