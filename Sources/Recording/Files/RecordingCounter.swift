package import CameraModel

/// The highest recording number ever used, in a file of its own: folders leave the unit, numbers never come back.
package struct RecordingCounter: Sendable {
    private static let path = "counter"
    private static let newPath = "counter.new"
    /// A number outside was not written here; counting on from it might overflow.
    private static let possible = 0...999_999_999_999_999
    private let disk: any Disk

    package init(disk: any Disk) {
        self.disk = disk
    }

    /// The number in the file; 0 when there is none or it cannot be understood, and the folders alone tell.
    ///
    /// - Throws: ``DiskError`` when it is there and cannot be read.
    package func read() throws(DiskError) -> Int {
        do throws(DiskError) {
            let digits = try disk.read(Self.path, at: 0, count: 32).prefix { $0 != 0x0A }
            guard let number = Int(String(decoding: digits, as: UTF8.self)), Self.possible.contains(number) else {
                return 0
            }
            return number
        } catch {
            guard error.isAbsent else { throw error }
            return 0
        }
    }

    /// Replaces the number, durably and in one step.
    ///
    /// - Throws: ``DiskError``; the old number stays then.
    package func write(_ number: Int) throws(DiskError) {
        let file: DiskFile
        do throws(DiskError) {
            file = try disk.create(Self.newPath)
        } catch {
            // Left over from a write that a power cut ended.
            guard error.alreadyExists else { throw error }
            file = try disk.open(Self.newPath)
        }
        do throws(DiskError) {
            try disk.truncate(file, to: 0)
            try disk.writeAll(Array("\(number)\n".utf8), to: file, at: 0)
            try disk.synchronize(file)
        } catch {
            try disk.close(file)
            throw error
        }
        try disk.close(file)
        try disk.replace(Self.path, with: Self.newPath)
        try disk.synchronizeDirectory("")
    }
}
