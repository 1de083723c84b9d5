extension DiskTree {
    /// Puts a file on the device with all the folders above it; whether that was possible.
    mutating func place(_ file: SimulatedFile) -> Bool {
        var path = ""
        for name in file.path.split(separator: "/").dropLast() {
            path += path.isEmpty ? String(name) : "/" + String(name)
            if (try? inode(path)) == nil {
                guard (try? createFolder(path)) != nil else { return false }
            }
        }
        guard let inode = try? createFile(file.path) else { return false }
        update(inode) { $0 = FileContent(durable: file.bytes) }
        self = complete
        return true
    }
}
