package import CameraModel
import Synchronization

extension SimulatedDisk {
    /// Where a call ends up.
    private enum Target {
        case path(String)
        case file(DiskFile)
    }

    /// Counts, delays, logs and, by order, fails a call.
    ///
    /// - Parameters:
    ///   - name: The system call.
    ///   - target: What it is made on.
    ///   - count: Bytes, where it moves some.
    ///   - changes: Whether it changes the file system, which takes time and a disk that is not read-only.
    ///   - body: The call.
    /// - Returns: What the call returns.
    /// - Throws: What the call throws, or the fault ordered for it.
    private func perform<Result>(
        _ name: String, _ target: Target, count: Int? = nil, changes: Bool,
        _ body: (inout State, DiskFault?) throws(DiskFailure) -> Result
    ) throws(DiskError) -> Result {
        if changes { waitForDevice() }
        return try state.withLock { (state) throws(DiskError) -> Result in
            state.callCount += 1
            let path =
                switch target {
                case .path(let path): path
                case .file(let file): state.handles[file.descriptor]?.path ?? "descriptor \(file.descriptor)"
                }
            var call = DiskCall(number: state.callCount, name: name, path: path, count: count, errno: nil)
            defer {
                state.log.append(call)
                // Cut in halves, so that a long run does not move the whole log at each call.
                if state.log.count >= 2 * max(1, logLimit) { state.log.removeFirst(state.log.count - logLimit) }
            }
            do throws(DiskFailure) {
                let fault = state.fault(ofCall: state.callCount)
                if case .error(let errno) = fault {
                    if name == "close", case .file(let file) = target { state.handles[file.descriptor] = nil }
                    throw DiskFailure(errno)
                }
                if changes, state.isReadOnly, name != "fdatasync", name != "fsync" {
                    throw DiskFailure(DiskErrno.readOnly)
                }
                return try body(&state, fault)
            } catch {
                call.errno = error.errno
                throw DiskError(errno: error.errno, call: name, path: path)
            }
        }
    }

    private func waitForDevice() {
        let delay = state.withLock { $0.delay }
        guard delay > .zero, let clock else { return }
        clock.wait(until: clock.now + delay, unless: { false })
    }

    package func makeDirectory(_ path: String) throws(DiskError) {
        try perform("mkdir", .path(path), changes: true) { (state, _) throws(DiskFailure) in
            try state.tree.createFolder(path)
        }
    }

    package func create(_ path: String) throws(DiskError) -> DiskFile {
        try perform("open", .path(path), changes: true) { (state, _) throws(DiskFailure) in
            state.open(try state.tree.createFile(path), path)
        }
    }

    package func open(_ path: String) throws(DiskError) -> DiskFile {
        try perform("open", .path(path), changes: true) { (state, _) throws(DiskFailure) in
            let inode = try state.tree.inode(path)
            guard state.tree.files[inode] != nil else { throw DiskFailure(DiskErrno.isDirectory) }
            return state.open(inode, path)
        }
    }

    package func write(_ bytes: RawSpan, to file: DiskFile, at offset: Int64) throws(DiskError) -> Int {
        let all = unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
        return try perform("pwrite", .file(file), count: all.count, changes: true) {
            (state, fault) throws(DiskFailure) in
            let inode = try state.inode(of: file)
            guard offset >= 0, let start = Int(exactly: offset) else { throw DiskFailure(DiskErrno.invalid) }
            let size = state.tree.files[inode]?.bytes.count ?? 0
            var taken = all.count
            if case .shortWrite(let fraction) = fault, taken > 1 {
                taken = min(taken - 1, max(1, Int(Double(taken) * min(max(fraction, 0), 1))))
            }
            // A file may grow, holes included, by what is free.
            let limit = Int64(size) + max(0, self.capacity - state.tree.usedBytes)
            let room = max(0, max(Int64(size), limit) - offset)
            if taken > 0, room == 0 { throw DiskFailure(DiskErrno.noSpace) }
            taken = Int(min(Int64(taken), room))
            if fault == .tornWrite {
                state.tree.update(inode) { $0.tear(all.prefix(taken), at: start) }
                throw DiskFailure(DiskErrno.inputOutput)
            }
            state.tree.update(inode) { $0.write(Array(all.prefix(taken)), at: start) }
            return taken
        }
    }

    package func synchronize(_ file: DiskFile) throws(DiskError) {
        try perform("fdatasync", .file(file), changes: true) { (state, fault) throws(DiskFailure) in
            let inode = try state.inode(of: file)
            if fault == .silentLoss {
                state.tree.update(inode) { $0.forgetDirty() }
                throw DiskFailure(DiskErrno.inputOutput)
            }
            state.tree.update(inode) { $0.synchronize() }
        }
    }

    package func truncate(_ file: DiskFile, to size: Int64) throws(DiskError) {
        try perform("ftruncate", .file(file), changes: true) { (state, _) throws(DiskFailure) in
            let inode = try state.inode(of: file)
            guard size >= 0, let size = Int(exactly: size) else { throw DiskFailure(DiskErrno.invalid) }
            let growth = Int64(size) - Int64(state.tree.files[inode]?.bytes.count ?? 0)
            guard growth <= max(0, self.capacity - state.tree.usedBytes) else { throw DiskFailure(DiskErrno.noSpace) }
            state.tree.update(inode) { $0.truncate(to: size) }
        }
    }

    package func close(_ file: DiskFile) throws(DiskError) {
        try perform("close", .file(file), changes: false) { (state, _) throws(DiskFailure) in
            _ = try state.inode(of: file)
            state.handles[file.descriptor] = nil
        }
    }

    package func rename(_ path: String, to newPath: String) throws(DiskError) {
        try perform("renameat2", .path(path), changes: true) { (state, _) throws(DiskFailure) in
            try state.tree.rename(path, to: newPath, replacing: false)
        }
    }

    package func replace(_ newPath: String, with path: String) throws(DiskError) {
        try perform("rename", .path(path), changes: true) { (state, _) throws(DiskFailure) in
            try state.tree.rename(path, to: newPath, replacing: true)
        }
    }

    package func synchronizeDirectory(_ path: String) throws(DiskError) {
        try perform("fsync", .path(path), changes: true) { (state, fault) throws(DiskFailure) in
            let folder = try state.tree.inode(path)
            guard state.tree.folders[folder] != nil else { throw DiskFailure(DiskErrno.notDirectory) }
            // The journal's commit failed: the names stay as unsure as they were.
            if fault == .silentLoss { throw DiskFailure(DiskErrno.inputOutput) }
            state.tree.synchronizeFolder(folder, open: Set(state.handles.values.map(\.inode)))
        }
    }

    package func read(_ path: String, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        try perform("pread", .path(path), count: count, changes: false) { (state, _) throws(DiskFailure) in
            guard let bytes = state.tree.files[try state.tree.inode(path)]?.bytes else {
                throw DiskFailure(DiskErrno.isDirectory)
            }
            guard offset >= 0, count >= 0 else { throw DiskFailure(DiskErrno.invalid) }
            return Array(bytes.dropFirst(Int(clamping: offset)).prefix(count))
        }
    }

    package func list(_ path: String) throws(DiskError) -> [DiskEntry] {
        try perform("getdents64", .path(path), changes: false) { (state, _) throws(DiskFailure) in
            guard let names = state.tree.folders[try state.tree.inode(path)] else {
                throw DiskFailure(DiskErrno.notDirectory)
            }
            return names.sorted { $0.key < $1.key }.map { name, inode in
                let content = state.tree.files[inode]
                return DiskEntry(
                    name: name, kind: content == nil ? .directory : .file, size: Int64(content?.bytes.count ?? 0))
            }
        }
    }

    package func freeBytes() throws(DiskError) -> Int64 {
        try perform("statvfs", .path(""), changes: false) { (state, _) throws(DiskFailure) in
            max(0, self.capacity - state.tree.usedBytes)
        }
    }
}

extension SimulatedDisk.State {
    /// How the call of this number is to fail.
    func fault(ofCall number: Int) -> DiskFault? {
        if let fault = faults[number] { return fault }
        guard let lasting = lastingFault, number >= lasting.from else { return nil }
        return lasting.fault
    }

    /// Gives a file a descriptor.
    mutating func open(_ inode: Int, _ path: String) -> DiskFile {
        let descriptor = nextDescriptor
        nextDescriptor &+= 1
        handles[descriptor] = SimulatedDisk.Handle(inode: inode, path: path)
        return DiskFile(descriptor: descriptor)
    }

    /// The inode of an open file.
    func inode(of file: DiskFile) throws(DiskFailure) -> Int {
        guard let handle = handles[file.descriptor] else { throw DiskFailure(DiskErrno.badDescriptor) }
        return handle.inode
    }
}
