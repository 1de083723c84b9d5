/// A name in a folder, the folder given by its inode.
struct DiskName: Hashable, Sendable {
    var folder: Int
    var name: String
}

/// A change of names that is not durable until a folder that it touches is synchronized.
struct NameChange: Hashable, Sendable {
    var inode: Int
    /// The name that goes, for a rename.
    var from: DiskName?
    /// The name that comes.
    var to: DiskName
    /// Whether a file that has the name already makes way.
    var replaces: Bool

    var names: [DiskName] {
        [from, to].compactMap(\.self)
    }

    /// Makes the change in folders, if they are in the state that it presupposes.
    ///
    /// A rename is one change: both names or neither, as in every journaling file system.
    func apply(to folders: inout [Int: [String: Int]]) {
        guard folders[to.folder] != nil else { return }
        if let from, folders[from.folder]?[from.name] != inode { return }
        if folders[to.folder]?[to.name] != nil, !replaces { return }
        if let from { folders[from.folder]?[from.name] = nil }
        folders[to.folder]?[to.name] = inode
    }
}
