package import CameraModel

/// One segment on its way to disk: the narrow place through which every byte of evidence goes.
///
/// What ``append(_:)`` returned from is durable. After any error the file takes nothing more: an fsync that failed is
/// never repeated on the same descriptor, because the kernel may have dropped the pages (fsync(2), "EIO"). It belongs
/// to one thread, which it blocks.
package struct SegmentFile: Sendable {
    /// The name it has until it is finished, so that nobody takes it for a finished one.
    package static let partialSuffix = ".partial"

    /// A place kept free for something that is known later.
    package struct Reservation: Hashable, Sendable {
        package var offset: Int64
        package var count: Int
    }

    /// What an abandoned file is.
    package enum Remains: Hashable, Sendable {
        /// Under its final name, with what was durable in it.
        case finished
        /// As it is, for recovery at the next start.
        case left
        /// Nothing is in it: it can be begun again.
        case empty
    }

    package let folder: String
    package let name: String
    /// Everything before this is durable, in bytes.
    package private(set) var durableEnd: Int64 = 0
    private let disk: any Disk
    private let file: DiskFile
    private var isNameDurable = false
    /// Whether all of the last append was written, durable or not.
    private var isWhole = false

    private var partialPath: String { "\(folder)/\(name)\(Self.partialSuffix)" }

    /// Creates the file; a file of either name that is there is never touched.
    ///
    /// - Parameters:
    ///   - name: Its name once finished.
    ///   - folder: Exists.
    ///   - disk: Where.
    /// - Throws: ``DiskError``, with EEXIST when there is such a file.
    package init(name: String, in folder: String, on disk: any Disk) throws(DiskError) {
        self.name = name
        self.folder = folder
        self.disk = disk
        file = try disk.create("\(folder)/\(name)\(Self.partialSuffix)")
    }

    /// Takes a file again that ``abandon(canTruncate:)`` left empty.
    ///
    /// - Parameters:
    ///   - name: Its name once finished.
    ///   - folder: Where it is.
    ///   - disk: Where.
    /// - Throws: ``DiskError``, with ENOENT when somebody took it away.
    package init(emptied name: String, in folder: String, on disk: any Disk) throws(DiskError) {
        self.name = name
        self.folder = folder
        self.disk = disk
        file = try disk.open("\(folder)/\(name)\(Self.partialSuffix)")
    }

    /// Writes at the end and makes it durable, with the file's name the first time: one write, one fdatasync.
    ///
    /// - Parameter bytes: Whole boxes.
    /// - Throws: ``DiskError``. The file is to be abandoned then.
    package mutating func append(_ bytes: [UInt8]) throws(DiskError) {
        isWhole = false
        try disk.writeAll(bytes, to: file, at: durableEnd)
        isWhole = true
        try disk.synchronize(file)
        if !isNameDurable {
            try disk.synchronizeDirectory(folder)
            isNameDurable = true
        }
        durableEnd += Int64(bytes.count)
    }

    /// Writes a box of `free` space at the end, durably, to be filled by ``patch(_:with:)``.
    ///
    /// - Parameter count: The whole box in bytes; 8 at least.
    /// - Returns: The place.
    /// - Throws: ``DiskError``.
    package mutating func reserve(_ count: Int) throws(DiskError) -> Reservation {
        precondition(count >= 8 && count <= Int(Int32.max), "a box is at least its header")
        let place = Reservation(offset: durableEnd, count: count)
        let size = (0..<4).reversed().map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
        try append(size + Array("free".utf8) + [UInt8](repeating: 0, count: count - 8))
        return place
    }

    /// Fills a reserved place, durably.
    ///
    /// - Parameters:
    ///   - place: Not filled before.
    ///   - bytes: Exactly as many as were reserved.
    /// - Throws: ``DiskError``.
    package func patch(_ place: Reservation, with bytes: [UInt8]) throws(DiskError) {
        precondition(bytes.count == place.count, "a reserved place is filled exactly")
        try disk.writeAll(bytes, to: file, at: place.offset)
        try disk.synchronize(file)
    }

    /// Closes the file and gives it its final name, durably.
    ///
    /// - Throws: ``DiskError``. What was appended stays, under the name it had.
    package func finish() throws(DiskError) {
        try disk.close(file)
        try disk.rename(partialPath, to: "\(folder)/\(name)")
        try disk.synchronizeDirectory(folder)
    }

    /// Gives the file up after an error, keeping what is durable in it.
    ///
    /// - Parameter canTruncate: The failure was lack of space: the torn end can be cut off and the file finished, or, with
    ///   nothing else in it, emptied. After any other the file is left as it is, for recovery at the next start; so is one
    ///   whose first bytes were all written and perhaps not made durable.
    /// - Returns: What the file is now.
    /// - Throws: ``DiskError`` of the clean-up; nothing durable is lost by it.
    package func abandon(canTruncate: Bool) throws(DiskError) -> Remains {
        guard canTruncate, durableEnd > 0 || !isWhole else {
            try disk.close(file)
            return .left
        }
        do {
            try disk.truncate(file, to: durableEnd)
            if durableEnd > 0 { try disk.synchronize(file) }
        } catch {
            try disk.close(file)
            throw error
        }
        guard durableEnd > 0 else {
            try disk.close(file)
            return .empty
        }
        try finish()
        return .finished
    }
}
