/// What a sequence parameter set says that matters to a container (ITU-T H.264, 7.3.2.1.1).
package struct SequenceParameterSet: Hashable, Sendable {
    /// profile_idc: 66 baseline, 77 main, 100 high.
    package var profile: UInt8
    /// level_idc: ten times the level.
    package var level: UInt8
    /// Shown width, after cropping, in pixels.
    package var width: Int
    /// Shown height, after cropping, in pixels.
    package var height: Int

    /// Reads one from a NAL unit.
    ///
    /// - Parameter unit: Header byte and payload, emulation prevention still in it.
    /// - Throws: ``EncodingError/malformed(_:)`` for anything that is none, or says what cannot be.
    package init(_ unit: ArraySlice<UInt8>) throws(EncodingError) {
        guard let header = unit.first, header & 0x80 == 0,
            AnnexB.UnitType(rawValue: header & 0x1F) == .sequenceParameterSet
        else {
            throw .malformed("no sequence parameter set")
        }
        var reader = ExpGolombReader(unit.dropFirst())
        profile = UInt8(truncatingIfNeeded: try reader.bits(8))
        _ = try reader.bits(8)  // constraint_set flags
        level = UInt8(truncatingIfNeeded: try reader.bits(8))
        _ = try reader.unsigned()  // seq_parameter_set_id
        let chroma = try Self.readChroma(&reader, profile: profile)
        _ = try reader.unsigned()  // log2_max_frame_num_minus4
        try Self.skipPictureOrder(&reader)
        _ = try reader.unsigned()  // max_num_ref_frames
        _ = try reader.bits(1)  // gaps_in_frame_num_value_allowed_flag
        let columns = Int(try reader.unsigned()) + 1
        let rows = Int(try reader.unsigned()) + 1
        let framesOnly = try reader.bits(1) == 1
        if !framesOnly { _ = try reader.bits(1) }  // mb_adaptive_frame_field_flag
        _ = try reader.bits(1)  // direct_8x8_inference_flag
        let fields = framesOnly ? 1 : 2
        // Level 6.2 ends at 139264 macroblocks, no side above eight times their root's (A.3.1).
        guard columns <= 1055, rows * fields <= 1055 else {
            throw .malformed("a sequence parameter set of \(columns) by \(rows) macroblocks")
        }
        var cropped: (width: Int, height: Int) = (0, 0)
        if try reader.bits(1) == 1 {
            let left = Int(try reader.unsigned())
            let right = Int(try reader.unsigned())
            let top = Int(try reader.unsigned())
            let bottom = Int(try reader.unsigned())
            cropped = ((left + right) * chroma.cropWidth, (top + bottom) * chroma.cropHeight * fields)
        }
        width = columns * 16 - cropped.width
        height = rows * fields * 16 - cropped.height
        guard width > 0, height > 0 else {
            throw .malformed("a sequence parameter set that crops its whole picture away")
        }
    }

    /// The units in which cropping is told (table 6-1).
    private struct Chroma {
        var cropWidth: Int
        var cropHeight: Int
    }

    /// The part that only the high profiles have.
    private static func readChroma(
        _ reader: inout ExpGolombReader, profile: UInt8
    ) throws(EncodingError) -> Chroma {
        let high: Set<UInt8> = [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135]
        guard high.contains(profile) else { return Chroma(cropWidth: 2, cropHeight: 2) }
        let format = try reader.unsigned()
        guard format <= 3 else { throw .malformed("a sequence parameter set of chroma format \(format)") }
        let areSeparate = format == 3 ? try reader.bits(1) == 1 : false
        _ = try reader.unsigned()  // bit_depth_luma_minus8
        _ = try reader.unsigned()  // bit_depth_chroma_minus8
        _ = try reader.bits(1)  // qpprime_y_zero_transform_bypass_flag
        if try reader.bits(1) == 1 {
            for list in 0..<(format == 3 ? 12 : 8) where try reader.bits(1) == 1 {
                try skipScalingList(&reader, count: list < 6 ? 16 : 64)
            }
        }
        if areSeparate { return Chroma(cropWidth: 1, cropHeight: 1) }
        return Chroma(cropWidth: format == 1 || format == 2 ? 2 : 1, cropHeight: format == 1 ? 2 : 1)
    }

    /// 7.3.2.1.1.1.
    private static func skipScalingList(_ reader: inout ExpGolombReader, count: Int) throws(EncodingError) {
        var last = 8
        for _ in 0..<count {
            let next = (last + Int(try reader.signed())) & 0xFF
            if next == 0 { return }
            last = next
        }
    }

    private static func skipPictureOrder(_ reader: inout ExpGolombReader) throws(EncodingError) {
        switch try reader.unsigned() {
        case 0: _ = try reader.unsigned()  // log2_max_pic_order_cnt_lsb_minus4
        case 1:
            _ = try reader.bits(1)  // delta_pic_order_always_zero_flag
            _ = try reader.signed()  // offset_for_non_ref_pic
            _ = try reader.signed()  // offset_for_top_to_bottom_field
            let count = try reader.unsigned()
            guard count <= 255 else { throw .malformed("a sequence parameter set of \(count) reference offsets") }
            for _ in 0..<count { _ = try reader.signed() }
        case 2: break
        case let other: throw .malformed("a sequence parameter set of picture order type \(other)")
        }
    }
}
