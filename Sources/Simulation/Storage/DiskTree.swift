/// Files and folders of a simulated disk: as the machine sees them, and as a power cut would leave them.
///
/// A file's name is durable when its folder has been synchronized; synchronizing the file is not enough. That is what
/// POSIX promises, and less than ext4 does. Methods throw bare error numbers.
struct DiskTree: Sendable {
    static let root = 1

    private(set) var files: [Int: FileContent] = [:]
    /// Names that the machine sees, by the folder's inode.
    private(set) var folders: [Int: [String: Int]] = [root: [:]]
    /// Names on the device.
    private var durableFolders: [Int: [String: Int]] = [root: [:]]
    /// Not durable, oldest first.
    private var changes: [NameChange] = []
    private var nextInode = root + 1

    // MARK: Looking up

    /// The inode of a path; the root's for an empty one.
    func inode(_ path: String) throws(DiskFailure) -> Int {
        var inode = Self.root
        for name in try components(path) {
            guard let names = folders[inode] else { throw DiskFailure(DiskErrno.notDirectory) }
            guard let next = names[name] else { throw DiskFailure(DiskErrno.noEntry) }
            inode = next
        }
        return inode
    }

    /// The folder and the last name of a path, which may or may not be there.
    func name(_ path: String) throws(DiskFailure) -> DiskName {
        let names = try components(path)
        guard let last = names.last else { throw DiskFailure(DiskErrno.exists) }
        let folder = try inode(names.dropLast().joined(separator: "/"))
        guard folders[folder] != nil else { throw DiskFailure(DiskErrno.notDirectory) }
        return DiskName(folder: folder, name: last)
    }

    /// What has this name, if anything.
    func inode(_ name: DiskName) -> Int? {
        folders[name.folder]?[name.name]
    }

    private func components(_ path: String) throws(DiskFailure) -> [String] {
        let names = path.split(separator: "/").filter { $0 != "." }.map(String.init)
        // The state folder is the world: nothing leads out of it.
        guard !names.contains("..") else { throw DiskFailure(DiskErrno.invalid) }
        guard names.allSatisfy({ $0.utf8.count <= 255 }) else { throw DiskFailure(DiskErrno.nameTooLong) }
        return names
    }

    /// Bytes in all files.
    var usedBytes: Int64 {
        files.values.reduce(0) { $0 + Int64($1.bytes.count) }
    }

    // MARK: Changing

    /// A new empty file.
    mutating func createFile(_ path: String) throws(DiskFailure) -> Int {
        let inode = try link(path)
        files[inode] = FileContent()
        return inode
    }

    /// A new empty folder.
    mutating func createFolder(_ path: String) throws(DiskFailure) {
        let inode = try link(path)
        folders[inode] = [:]
        durableFolders[inode] = [:]
    }

    private mutating func link(_ path: String) throws(DiskFailure) -> Int {
        let name = try name(path)
        guard inode(name) == nil else { throw DiskFailure(DiskErrno.exists) }
        let inode = nextInode
        nextInode += 1
        change(NameChange(inode: inode, from: nil, to: name, replaces: false))
        return inode
    }

    /// Gives a file or a folder another name.
    mutating func rename(_ path: String, to newPath: String, replacing: Bool) throws(DiskFailure) {
        let from = try name(path)
        guard let moved = inode(from) else { throw DiskFailure(DiskErrno.noEntry) }
        // A folder cannot move into itself (rename(2), EINVAL).
        let (old, new) = (try components(path), try components(newPath))
        guard old == new || !new.starts(with: old) else { throw DiskFailure(DiskErrno.invalid) }
        let to = try name(newPath)
        if let there = inode(to) {
            guard replacing else { throw DiskFailure(DiskErrno.exists) }
            guard there != moved else { return }
            guard folders[there] == nil, folders[moved] == nil else { throw DiskFailure(DiskErrno.isDirectory) }
        }
        change(NameChange(inode: moved, from: from, to: to, replaces: replacing))
    }

    private mutating func change(_ change: NameChange) {
        change.apply(to: &folders)
        changes.append(change)
    }

    /// Changes a file's content.
    mutating func update(_ inode: Int, _ body: (inout FileContent) -> Void) {
        guard var content = files.removeValue(forKey: inode) else { return }
        body(&content)
        files[inode] = content
    }

    // MARK: Durability

    /// Makes the names in a folder durable, and with them what they came from.
    ///
    /// - Parameters:
    ///   - folder: Its inode.
    ///   - open: Inodes that stay though no name leads to them.
    mutating func synchronizeFolder(_ folder: Int, open: Set<Int>) {
        var inodes: Set<Int> = []
        var names: Set<DiskName> = []
        var kept: [NameChange] = []
        var done: [NameChange] = []
        for change in changes.reversed() {
            if change.names.contains(where: { $0.folder == folder || names.contains($0) })
                || inodes.contains(change.inode)
            {
                inodes.insert(change.inode)
                names.formUnion(change.names)
                done.append(change)
            } else {
                kept.append(change)
            }
        }
        for change in done.reversed() { change.apply(to: &durableFolders) }
        changes = kept.reversed()
        let named = (Array(folders.values) + Array(durableFolders.values)).flatMap(\.values)
        let reachable = open.union(named).union(changes.map(\.inode))
        files = files.filter { reachable.contains($0.key) }
    }

    /// A tree with only what is on the device for certain.
    var durable: DiskTree {
        found(folders: durableFolders, files: files.mapValues { FileContent(durable: $0.durable) })
    }

    /// A tree with all that the machine sees, as if everything had reached the device just in time.
    var complete: DiskTree {
        found(folders: folders, files: files.mapValues { FileContent(durable: $0.bytes) })
    }

    /// A tree that the device may hold when the power goes: each unsynchronized change kept or lost by chance.
    func survivor(using random: inout some RandomNumberGenerator) -> DiskTree {
        var names = durableFolders
        for change in changes where Bool.random(using: &random) { change.apply(to: &names) }
        var contents: [Int: FileContent] = [:]
        for inode in files.keys.sorted() {
            contents[inode] = files[inode].map { FileContent(durable: $0.survivor(using: &random)) }
        }
        return found(folders: names, files: contents)
    }

    /// What a machine finds that starts on these names and contents: only what a path leads to.
    private func found(folders: [Int: [String: Int]], files: [Int: FileContent]) -> DiskTree {
        var found = DiskTree()
        found.nextInode = nextInode
        var left = [Self.root]
        while let folder = left.popLast() {
            let names = folders[folder] ?? [:]
            found.folders[folder] = names
            for inode in names.values {
                if let content = files[inode] {
                    found.files[inode] = content
                } else if folders[inode] != nil {
                    left.append(inode)
                }
            }
        }
        found.durableFolders = found.folders
        return found
    }

    /// All files that the machine sees, sorted by path.
    var listing: [SimulatedFile] {
        var listing: [SimulatedFile] = []
        var left = [(Self.root, "")]
        while let (folder, path) = left.popLast() {
            for (name, inode) in folders[folder] ?? [:] {
                if let content = files[inode] {
                    listing.append(SimulatedFile(path: path + name, bytes: content.bytes))
                } else {
                    left.append((inode, path + name + "/"))
                }
            }
        }
        return listing.sorted { $0.path < $1.path }
    }
}

/// An error number, before the call and the path are known.
struct DiskFailure: Error, Hashable, Sendable {
    var errno: Int32

    init(_ errno: Int32) {
        self.errno = errno
    }
}
