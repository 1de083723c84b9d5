import CLinux
import CameraModel

/// A buffer that the driver handed over, judged before anybody reads it.
struct FilledBuffer: Equatable {
    let index: Int
    let stamp: FrameStamp
    /// The filled bytes of each memory plane; empty when the buffer is damaged.
    let filled: [Range<Int>]

    /// Marked by the driver (V4L2_BUF_FLAG_ERROR), empty, or with counts that cannot be.
    var isDamaged: Bool { filled.isEmpty }

    /// - Parameters:
    ///   - raw: As VIDIOC_DQBUF filled it.
    ///   - counts: For each memory plane, where the data starts and ends, as the driver says.
    ///   - lengths: What is mapped of each plane, in bytes.
    ///   - received: When it was taken.
    init(_ raw: v4l2_buffer, counts: [PlaneCounts], lengths: [Int], received: MonotonicTime) {
        index = Int(raw.index)
        stamp = FrameStamp(
            sequence: raw.sequence, driverTime: TimestampFlags(rawValue: raw.flags).time(raw.timestamp),
            received: received)
        guard raw.flags & UInt32(V4L2_BUF_FLAG_ERROR) == 0, counts.count == lengths.count else {
            filled = []
            return
        }
        let ranges = zip(counts, lengths).compactMap { $0.range(within: $1) }
        filled = ranges.count == lengths.count ? ranges : []
    }
}

/// Where the data of one memory plane lies.
struct PlaneCounts: Equatable {
    /// `data_offset`, in bytes; always 0 in the single-planar interface.
    var offset: UInt32
    /// `bytesused`, which counts from the start of the plane, the offset included.
    var used: UInt32

    /// The filled bytes, or `nil` for none and for more than there is room.
    func range(within length: Int) -> Range<Int>? {
        guard used > offset, Int(used) <= length else { return nil }
        return Int(offset)..<Int(used)
    }
}
