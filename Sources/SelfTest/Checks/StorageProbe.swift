package import CameraModel

/// Writes to the unit's storage, makes it durable, and reads it back.
///
/// The test's own file stays, empty: the storage deletes nothing. What is read back may come from the kernel's page
/// cache; that the device took it is told by fdatasync(2).
package struct StorageProbe: Sendable {
    private let disk: any Disk
    private let clock: any UnitClock
    private let size: Int
    private let isRecording: @Sendable () -> Bool

    /// Below the state folder.
    package static let path = "self-test.dat"
    private static let piece = 1 << 20

    /// Prepares a probe.
    ///
    /// - Parameters:
    ///   - disk: Where recordings go.
    ///   - clock: Measures how long it takes.
    ///   - size: In bytes.
    ///   - isRecording: Asked between pieces: a recording has the storage to itself.
    package init(
        disk: any Disk, clock: any UnitClock, size: Int, isRecording: @escaping @Sendable () -> Bool = { false }
    ) {
        self.disk = disk
        self.clock = clock
        self.size = size
        self.isRecording = isRecording
    }

    /// Does it; blocks on the disk.
    package func measure() -> WriteMeasure {
        do throws(DiskError) {
            let file = try openFile()
            do throws(DiskError) {
                let result = try write(to: file)
                try disk.truncate(file, to: 0)
                try disk.close(file)
                return result
            } catch {
                // The first error is the one to tell; the descriptor is closed even when this throws too.
                try? disk.close(file)
                throw error
            }
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
        for (number, offset) in stride(from: 0, to: size, by: Self.piece).enumerated() {
            if isRecording() { return .yielded }
            try write(Self.pattern(seed &+ UInt64(number), count: min(Self.piece, size - offset)), to: file, at: offset)
        }
        try disk.synchronize(file)
        let time = clock.now - begin
        for (number, offset) in stride(from: 0, to: size, by: Self.piece).enumerated() {
            if isRecording() { return .yielded }
            let count = min(Self.piece, size - offset)
            guard
                try disk.read(Self.path, at: Int64(offset), count: count)
                    == Self.pattern(seed &+ UInt64(number), count: count)
            else { return .written(bytes: size, in: time, isSame: false) }
        }
        return .written(bytes: size, in: time, isSame: true)
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
        while block.count < 4096 {
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
