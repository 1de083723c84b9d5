/// An H.264 byte stream with start codes (ITU-T H.264, Annex B), looked into without decoding it.
///
/// All of it takes bytes from anywhere: whatever they are, it reads each once and allocates no more than they have.
package enum AnnexB {
    /// What a NAL unit holds (H.264, table 7-1).
    package enum UnitType: UInt8, Hashable, Sendable {
        case slice = 1
        /// A slice of a picture from which decoding can start.
        case keySlice = 5
        case supplementalInformation = 6
        case sequenceParameterSet = 7
        case pictureParameterSet = 8
        case accessUnitDelimiter = 9
    }

    /// One NAL unit: its header byte and its payload, without start code and trailing zeros.
    package struct Unit: Hashable, Sendable {
        /// `nil` for types that matter to nobody here.
        package var type: UnitType?
        /// Where it lies in the bytes; never empty.
        package var range: Range<Int>
    }

    /// The NAL units in their order.
    package static func units(in bytes: [UInt8]) -> UnitSequence {
        UnitSequence(bytes: bytes)
    }

    /// Whether the bytes begin with a start code, zeros before it aside (leading_zero_8bits, B.1.1).
    ///
    /// Length-prefixed units (ISO/IEC 14496-15), which some call H.264 as well, do not: their lengths are below 2^16 and
    /// hardly ever look like one.
    package static func beginsWithStartCode(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.firstIndex(where: { $0 != 0 }) else { return false }
        return first >= 2 && bytes[first] == 1
    }

    /// Whether a decoder can start with this picture: its first slice is one of an IDR picture.
    ///
    /// Stops at the first slice, so it reads only the head of a picture.
    package static func isKey(_ bytes: [UInt8]) -> Bool {
        var iterator = UnitSequence(bytes: bytes).makeIterator()
        while let type = iterator.skipToNext() {
            switch type {
            case .keySlice: return true
            case .slice: return false
            default: continue
            }
        }
        return false
    }

    /// The sequence and picture parameter sets before the first slice, each with a four-byte start code.
    ///
    /// Empty when there are none.
    package static func parameterSets(in bytes: [UInt8]) -> [UInt8] {
        var sets: [UInt8] = []
        var iterator = UnitSequence(bytes: bytes).makeIterator()
        while let type = iterator.skipToNext() {
            switch type {
            case .sequenceParameterSet, .pictureParameterSet:
                sets += [0, 0, 0, 1]
                sets += bytes[iterator.currentRange()]
            case .slice, .keySlice: return sets
            default: continue
            }
        }
        return sets
    }

    /// The first sequence parameter set: its header byte and its payload; `nil` when there is none.
    package static func sequenceParameterSet(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        units(in: bytes).first { $0.type == .sequenceParameterSet }.map { bytes[$0.range] }
    }
}
