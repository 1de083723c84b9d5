package import CameraModel

/// Writes to the unit's storage, makes it durable, and reads it back.
///
/// The test's own file stays, empty: the storage deletes nothing. What is read back may come from the kernel's page
/// cache; that the device took it is told by fdatasync(2).
package struct StorageProbe: Sendable {
    private let disk: any Disk
    private let clock: any UnitClock
    private let size: Int
    private let patience: Duration
    private let isRecording: @Sendable () -> Bool

    /// Below the state folder.
    package static let path = "self-test.dat"
    private static let piece = 1 << 16

    /// Prepares a probe.
    ///
    /// - Parameters:
    ///   - disk: Where recordings go.
    ///   - clock: Measures how long it takes.
    ///   - size: In bytes.
    ///   - patience: After so long no more is written: what was tells the rate.
    ///   - isRecording: Asked between pieces: a recording has the storage to itself.
    package init(
        disk: any Disk, clock: any UnitClock, size: Int, patience: Duration,
        isRecording: @escaping @Sendable () -> Bool = { false }
    ) {
        self.disk = disk
        self.clock = clock
        self.size = size
        self.patience = patience
        self.isRecording = isRecording
    }

    /// Does it; blocks on the disk.
    package func measure() -> WriteMeasure {
        do throws(DiskError) {
            let file = try openFile()
            var result = testing(file)
            do throws(DiskError) {
                try disk.close(file)
            } catch {
                // The first error is the one to tell.
                if case .failed = result { return result }
                result = .failed(error)
            }
            return result
        } catch {
            return .failed(error)
        }
    }

    private func testing(_ file: DiskFile) -> WriteMeasure {
        do throws(DiskError) {
            let result = try write(to: file)
            try disk.truncate(file, to: 0)
            return result
        } catch {
            return .failed(error)
        }
    }

    private func openFile() throws(DiskError) -> DiskFile {
        do throws(DiskError) {
            return try disk.create(Self.path)
        } catch {
            guard error.alreadyExists else { throw error }
            return try disk.open(Self.path)
        }
    }

    private func write(to file: DiskFile) throws(DiskError) -> WriteMeasure {
        // Different each time, so that an old file is never taken for this one.
        let seed = UInt64(bitPattern: clock.now.nanoseconds)
        let begin = clock.now
        var written = 0
        while written < size, clock.now - begin < patience {
            if isRecording() { return .yielded }
            let count = min(Self.piece, size - written)
            try write(Self.pattern(seed &+ UInt64(written), count: count), to: file, at: written)
            written += count
        }
        try disk.synchronize(file)
        let time = clock.now - begin
        for offset in stride(from: 0, to: written, by: Self.piece) {
            if isRecording() { return .yielded }
            let count = min(Self.piece, written - offset)
            guard
                try disk.read(Self.path, at: Int64(offset), count: count)
                    == Self.pattern(seed &+ UInt64(offset), count: count)
            else { return .written(bytes: written, in: time, isSame: false) }
        }
        return .written(bytes: written, in: time, isSame: true)
    }

    private func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int) throws(DiskError) {
        var written = 0
        while written < bytes.count {
            let rest = unsafe bytes.span.bytes.extracting(droppingFirst: written)
            let count = try disk.write(rest, to: file, at: Int64(offset + written))
            // A write of nothing at all would repeat for ever.
            guard count > 0 else { throw DiskError(errno: 5, call: "write", path: Self.path) }
            written += count
        }
    }

    /// Bytes that do not compress, made of blocks that each tell their number.
    private static func pattern(_ seed: UInt64, count: Int) -> [UInt8] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var block: [UInt8] = []
        while block.count < 1024 {
            // xorshift64 (Marsaglia, "Xorshift RNGs", 2003).
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            for shift in stride(from: 0, to: 64, by: 8) {
                block.append(UInt8(truncatingIfNeeded: state >> UInt64(shift)))
            }
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var number: UInt8 = 0
        while bytes.count < count {
            block[0] = number
            number &+= 1
            bytes += block.prefix(count - bytes.count)
        }
        return bytes
    }
}
