package import CameraModel
import Synchronization

/// A file system in memory that fails, tears and forgets as a real one under a power cut may.
///
/// Safe from any thread. What is written is in the page cache until synchronized; see ``powerCut(seed:)`` for what is
/// left then. Every call counts from 1, so a test can let each one fail in turn.
package final class SimulatedDisk: Disk {
    struct State: Sendable {
        var tree = DiskTree()
        var handles: [Int32: Handle] = [:]
        var nextDescriptor: Int32 = 3
        var faults: [Int: DiskFault] = [:]
        var lastingFault: (from: Int, fault: DiskFault)?
        var callCount = 0
        var log: [DiskCall] = []
        var isReadOnly = false
        var delay = Duration.zero
    }

    /// An open file.
    struct Handle: Sendable {
        var inode: Int
        var path: String
    }

    /// In bytes.
    package let capacity: Int64
    let clock: (any UnitClock)?
    let logLimit: Int
    let state: Mutex<State>

    /// Makes a disk that is empty, or holds `files` durably.
    ///
    /// - Parameters:
    ///   - capacity: In bytes; all of it is kept in memory when used.
    ///   - clock: On which a slow disk waits.
    ///   - logLimit: How many of the last calls ``log`` holds.
    ///   - files: What is there; their folders are made. One whose path cannot be is our own bug.
    package init(
        capacity: Int64 = 1 << 32, clock: (any UnitClock)? = nil, logLimit: Int = 1000, files: [SimulatedFile] = []
    ) {
        var tree = DiskTree()
        for file in files {
            precondition(tree.place(file), "\(file.path) cannot be on the disk")
        }
        self.capacity = capacity
        self.clock = clock
        self.logLimit = logLimit
        state = Mutex(State(tree: tree))
    }

    private init(tree: DiskTree, like other: SimulatedDisk) {
        capacity = other.capacity
        clock = other.clock
        logLimit = other.logLimit
        state = Mutex(State(tree: tree))
    }

    // MARK: Power

    /// The disk that a machine finds after losing power now; this one is left alone.
    ///
    /// By the seed's chance: each sector of 512 bytes that was not synchronized is found in any state that it had since,
    /// a file's size likewise, and each name that was not synchronized is there or not.
    package func powerCut(seed: UInt64) -> SimulatedDisk {
        var random = SeededRandom(seed: seed)
        let tree = state.withLock { $0.tree }
        return SimulatedDisk(tree: tree.survivor(using: &random), like: self)
    }

    /// The disk after a power cut that lost everything it was allowed to lose.
    package func powerCutLosingAll() -> SimulatedDisk {
        SimulatedDisk(tree: state.withLock { $0.tree }.durable, like: self)
    }

    /// The disk after a crash that lost nothing: all reached the device just in time.
    package func powerCutKeepingAll() -> SimulatedDisk {
        SimulatedDisk(tree: state.withLock { $0.tree }.complete, like: self)
    }

    /// All files that are certain to survive, sorted by path.
    package func files() -> [SimulatedFile] {
        state.withLock { $0.tree }.durable.listing
    }

    // MARK: Faults

    /// Calls made so far.
    package var callCount: Int {
        state.withLock { $0.callCount }
    }

    /// The last calls, oldest first.
    package var log: [DiskCall] {
        state.withLock { Array($0.log.suffix(logLimit)) }
    }

    /// Lets one call fail.
    ///
    /// - Parameters:
    ///   - number: Counted from 1, from when the disk was made.
    ///   - fault: How.
    package func failCall(number: Int, with fault: DiskFault) {
        state.withLock { $0.faults[number] = fault }
    }

    /// Lets every call from a number on fail, as a disk that is dying does.
    package func failCalls(from number: Int, with fault: DiskFault) {
        state.withLock { $0.lastingFault = (number, fault) }
    }

    /// From now on no call fails by order.
    package func clearFaults() {
        state.withLock {
            $0.faults = [:]
            $0.lastingFault = nil
        }
    }

    /// Mounts it read-only, as ext4 does after an error, or writable again.
    package func setReadOnly(_ isReadOnly: Bool) {
        state.withLock { $0.isReadOnly = isReadOnly }
    }

    /// How long each call takes that reaches the device: on the clock given at the start, which a slow disk needs.
    package func setDelay(_ delay: Duration) {
        precondition(delay == .zero || clock != nil, "a slow disk needs a clock")
        state.withLock { $0.delay = delay }
    }
}
