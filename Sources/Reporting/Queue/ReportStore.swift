package import CameraModel
package import DutyPolicy
import Evidence

/// Keeps the report queue on a disk, whole or as it was before, whatever happens meanwhile.
///
/// A value of one thread; every call blocks on the disk.
package struct ReportStore {
    private static let folder = "reports"
    private static let path = "reports/queue.json"
    private static let newPath = "reports/queue.new"
    /// Nobody's queue is larger, in bytes.
    private static let largest: Int64 = 64 << 20

    private let disk: any Disk
    package private(set) var queue: ReportQueue
    /// Where a queue is kept that could not be read; `nil` where there was none, or all went well.
    package let setAside: String?

    /// Opens the queue, or begins one; one that cannot be read is kept aside and a new one begun.
    ///
    /// - Parameters:
    ///   - disk: Holds the state folder.
    ///   - empty: The queue to begin with; its unit, notifiers and escalation hold from now on.
    ///   - clock: Now, since no monotonic time of before means anything.
    /// - Throws: ``DiskError``.
    package init(on disk: any Disk, empty: ReportQueue, at clock: ClockReading) throws(DiskError) {
        self.disk = disk
        do throws(DiskError) {
            try disk.makeDirectory(Self.folder)
            try disk.synchronizeDirectory("")
        } catch {
            guard error.alreadyExists else { throw error }
        }
        let names = try disk.list(Self.folder)
        guard let entry = names.first(where: { $0.name == "queue.json" }) else {
            queue = empty
            setAside = nil
            return
        }
        if entry.size <= Self.largest {
            let bytes = try disk.read(Self.path, at: 0, count: Int(entry.size))
            // Whatever is wrong with it, it is kept, and said.
            if let read = try? RecordCoding.decode(ReportQueue.self, from: bytes) {
                queue = read.with(unit: empty.unit, notifiers: empty.notifiers, escalation: empty.escalation)
                queue.resume(at: clock)
                setAside = nil
                return
            }
        }
        let number = names.count { $0.name.hasPrefix("queue.unreadable-") } + 1
        let aside = "\(Self.folder)/queue.unreadable-\(number)"
        try disk.rename(Self.path, to: aside)
        try disk.synchronizeDirectory(Self.folder)
        queue = empty
        setAside = aside
    }

    /// Changes the queue, and returns when the change is durable; otherwise nothing has changed.
    ///
    /// - Throws: ``ReportStoreError/refused(_:)`` with what the change threw; ``ReportStoreError/disk(_:)``.
    @discardableResult
    package mutating func change<Result>(
        _ change: (inout ReportQueue) throws(ReportRefusal) -> Result
    ) throws(ReportStoreError) -> Result {
        var changed = queue
        let result: Result
        do throws(ReportRefusal) {
            result = try change(&changed)
        } catch {
            throw .refused(error)
        }
        guard changed != queue else { return result }
        do throws(DiskError) {
            try write(changed)
        } catch {
            throw .disk(error)
        }
        queue = changed
        return result
    }

    private func write(_ queue: ReportQueue) throws(DiskError) {
        let bytes: [UInt8]
        do {
            bytes = try RecordCoding.encode(queue)
        } catch {
            // Nothing in a queue has no form in JSON.
            throw DiskError(errno: 22, call: "encode", path: Self.newPath)
        }
        let file = try fresh()
        do throws(DiskError) {
            try disk.truncate(file, to: 0)
            try put(bytes, into: file)
            try disk.synchronize(file)
        } catch {
            // The first error is the one to tell; the file is closed either way.
            try? disk.close(file)
            throw error
        }
        try disk.close(file)
        try disk.replace(Self.path, with: Self.newPath)
        try disk.synchronizeDirectory(Self.folder)
    }

    private func fresh() throws(DiskError) -> DiskFile {
        do throws(DiskError) {
            return try disk.create(Self.newPath)
        } catch {
            // Left by a power cut.
            guard error.alreadyExists else { throw error }
            return try disk.open(Self.newPath)
        }
    }

    private func put(_ bytes: [UInt8], into file: DiskFile) throws(DiskError) {
        var written = 0
        while written < bytes.count {
            // `Span.bytes` is marked unsafe for element types with padding; bytes have none.
            let rest = unsafe bytes.span.bytes.extracting(droppingFirst: written)
            let count = try disk.write(rest, to: file, at: Int64(written))
            guard count > 0 else { throw DiskError(errno: 5, call: "write", path: Self.newPath) }
            written += count
        }
    }
}

/// Why a change of the report queue is not kept.
package enum ReportStoreError: Error, Hashable, Sendable, CustomStringConvertible {
    case refused(ReportRefusal)
    case disk(DiskError)

    package var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .disk(let error): "the report queue was not written: \(error)"
        }
    }
}
