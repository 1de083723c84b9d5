package import CameraModel
package import DutyPolicy

extension SelfTestLimits {
    /// ST-03: whether there is room for the shift.
    ///
    /// - Parameters:
    ///   - free: In bytes.
    ///   - bytesPerSecond: What all streams of the unit write.
    /// - Returns: The verdict.
    package func judgeStorageFree(_ free: Int64, bytesPerSecond: Double) -> Judgement {
        let shiftBytes = max(0, bytesPerSecond) * shift.seconds
        let measurements = [
            Measurement(
                "free", Double(free) / 1e9, unit: "GB",
                threshold: ">= \(shown(shiftBytes * passStorageShifts / 1e9)), "
                    + "warn from \(shown(shiftBytes * warnStorageShifts / 1e9))")
        ]
        if Double(free) >= shiftBytes * passStorageShifts { return Judgement(.pass, measurements) }
        if Double(free) >= shiftBytes * warnStorageShifts {
            return Judgement(.warn("room for hardly more than the shift"), measurements)
        }
        return Judgement(.fail(.storageLow, "no room for the shift"), measurements)
    }

    /// ST-04: whether what is written arrives, and fast enough.
    ///
    /// - Parameters:
    ///   - measure: What was measured.
    ///   - bytesPerSecond: What all streams of the unit write.
    /// - Returns: The verdict.
    package func judgeWritePath(_ measure: WriteMeasure, bytesPerSecond: Double) -> Judgement {
        switch measure {
        case .yielded:
            return .skipped("a recording runs, and the storage is its own")
        case .failed(let error):
            return Judgement(.fail(Self.code(of: error), error.description))
        case .written(let bytes, let time, let isSame):
            // Below a millisecond the clock says nothing.
            let rate = Double(bytes) / max(time.seconds, 0.001)
            let stream = max(bytesPerSecond, 1)
            let measurements = [
                Measurement("written", Double(bytes) / 1_048_576, unit: "MiB"),
                Measurement(
                    "rate", rate / 1e6, unit: "MB/s",
                    threshold: ">= \(shown(stream * passWriteRate / 1e6)), "
                        + "warn from \(shown(stream * warnWriteRate / 1e6))"),
                Measurement("read back the same", .flag(isSame), threshold: "yes"),
            ]
            guard isSame else {
                return Judgement(.fail(.storageError, "what is read back is not what was written"), measurements)
            }
            if rate >= stream * passWriteRate { return Judgement(.pass, measurements) }
            if rate >= stream * warnWriteRate { return Judgement(.warn("slow"), measurements) }
            return Judgement(.fail(.storageError, "too slow for the unit's streams"), measurements)
        }
    }

    /// ST-04: whether the storage's flash is used up.
    ///
    /// - Parameter life: EXT_CSD's estimate, 1 to 11 in tenths of the life used.
    /// - Returns: The verdict.
    package func judgeWear(_ life: Int) -> Judgement {
        let measurements = [Measurement("life used", Double(life), unit: "tenths", threshold: "< \(wornLife)")]
        return life >= wornLife
            ? Judgement(.fail(.storageWorn, "the storage is at the end of its life"), measurements)
            : Judgement(.pass, measurements)
    }

    /// The malfunction that an error of the file system stands for.
    package static func code(of error: DiskError) -> MalfunctionCode {
        switch error.errno {
        // ENOSPC, EDQUOT.
        case 28, 122: .storageLow
        // EROFS; EUCLEAN, which ext4, XFS and F2FS return for structures that are damaged.
        case 30, 117: .storageDamaged
        default: .storageError
        }
    }
}
