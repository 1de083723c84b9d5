package import CameraModel
import Synchronization

/// A real disk that a scenario fills, breaks or slows down.
///
/// What was written stays where it is; only calls that would change something fail. Safe from any thread.
package final class ScriptedDisk: Disk {
    /// How the disk is.
    package enum State: Hashable, Sendable {
        case well
        /// No space left (ENOSPC) for anything new.
        case full
        /// Every change fails (EIO).
        case failing
        /// Every change takes until then.
        case slow(until: MonotonicTime)
        /// No more than so many bytes are written a second.
        case throttled(bytesPerSecond: Int)
        /// Every change fails (EROFS), as after an error that the file system was mounted to stop at.
        case readOnly
    }

    /// What a scenario does to it.
    package enum Fault: Hashable, Sendable {
        case full
        case failing
        /// Neither full nor failing any longer.
        case repaired
        /// Every change takes until this long from now.
        case slow(Duration)
        /// No more than so many bytes, 1 at least, are written a second from now on.
        case throttled(bytesPerSecond: Int)
        /// Nothing can be changed any more.
        case readOnly
    }

    private let disk: any Disk
    private let clock: any UnitClock
    private let current = Mutex(State.well)

    /// Stands in front of `disk`, and waits on `clock` where it is slow.
    package init(_ disk: any Disk, clock: any UnitClock) {
        self.disk = disk
        self.clock = clock
    }

    package var state: State {
        current.withLock { $0 }
    }

    /// Does to it what a scenario says, now.
    package func apply(_ fault: Fault) {
        let state: State =
            switch fault {
            case .full: .full
            case .failing: .failing
            case .repaired: .well
            case .slow(let time): .slow(until: clock.now + time)
            case .throttled(let bytesPerSecond): .throttled(bytesPerSecond: max(1, bytesPerSecond))
            case .readOnly: .readOnly
            }
        current.withLock { $0 = state }
    }

    package func makeDirectory(_ path: String) throws(DiskError) {
        try change("mkdir", path)
        try disk.makeDirectory(path)
    }

    package func create(_ path: String) throws(DiskError) -> DiskFile {
        try change("create", path)
        return try disk.create(path)
    }

    package func open(_ path: String) throws(DiskError) -> DiskFile {
        if state == .readOnly { throw DiskError(errno: 30, call: "open", path: path) }
        return try disk.open(path)
    }

    package func write(_ bytes: RawSpan, to file: DiskFile, at offset: Int64) throws(DiskError) -> Int {
        try change("write", "descriptor \(file.descriptor)")
        if case .throttled(let bytesPerSecond) = state {
            let time = Double(bytes.byteCount) / Double(bytesPerSecond)
            clock.wait(until: clock.now + .fractional(seconds: min(time, 3600)), unless: { false })
        }
        return try disk.write(bytes, to: file, at: offset)
    }

    package func synchronize(_ file: DiskFile) throws(DiskError) {
        if state == .failing { throw DiskError(errno: 5, call: "fdatasync", path: "descriptor \(file.descriptor)") }
        try disk.synchronize(file)
    }

    package func truncate(_ file: DiskFile, to size: Int64) throws(DiskError) {
        try disk.truncate(file, to: size)
    }

    package func close(_ file: DiskFile) throws(DiskError) {
        try disk.close(file)
    }

    package func rename(_ path: String, to newPath: String) throws(DiskError) {
        try requireChangeable("rename", newPath)
        try disk.rename(path, to: newPath)
    }

    package func replace(_ newPath: String, with path: String) throws(DiskError) {
        try requireChangeable("rename", newPath)
        try disk.replace(newPath, with: path)
    }

    package func synchronizeDirectory(_ path: String) throws(DiskError) {
        if state == .failing { throw DiskError(errno: 5, call: "fsync", path: path) }
        try disk.synchronizeDirectory(path)
    }

    package func read(_ path: String, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        try disk.read(path, at: offset, count: count)
    }

    package func list(_ path: String) throws(DiskError) -> [DiskEntry] {
        try disk.list(path)
    }

    package func freeBytes() throws(DiskError) -> Int64 {
        state == .full ? 0 : try disk.freeBytes()
    }

    /// What a full disk and a slow one let through.
    private func requireChangeable(_ call: String, _ path: String) throws(DiskError) {
        if state == .failing { throw DiskError(errno: 5, call: call, path: path) }
        if state == .readOnly { throw DiskError(errno: 30, call: call, path: path) }
    }

    private func change(_ call: String, _ path: @autoclosure () -> String) throws(DiskError) {
        switch state {
        case .well, .throttled: break
        case .readOnly: throw DiskError(errno: 30, call: call, path: path())
        case .full: throw DiskError(errno: 28, call: call, path: path())
        case .failing: throw DiskError(errno: 5, call: call, path: path())
        case .slow(let until): clock.wait(until: until, unless: { false })
        }
    }
}
