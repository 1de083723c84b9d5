import CameraModel

/// What is in the journal's folder.
struct JournalFolder {
    struct File: Hashable {
        var number: Int
        /// In bytes.
        var size: Int64

        var name: String { JournalNames.file(number) }
        var path: String { JournalNames.path(name) }
    }

    /// More numbers in a row than this are not missing from a journal.
    private static let furthest = 1_000_000

    /// In the order of their numbers.
    private(set) var files: [File] = []
    /// Torn tails kept aside, with their sizes in bytes.
    private(set) var torn: [String: Int64] = [:]
    private(set) var foreign: [String] = []

    /// - Throws: ``DiskError`` when there is no such folder, or it cannot be read.
    init(on disk: any Disk) throws(DiskError) {
        for entry in try disk.list(JournalNames.folder) {
            // A folder with a file's name is taken for the file: its number is spent, and reading it says the rest.
            if let number = JournalNames.number(entry.name) {
                files.append(File(number: number, size: entry.size))
            } else if JournalNames.tornFile(entry.name) != nil, entry.kind == .file {
                torn[entry.name] = entry.size
            } else {
                foreign.append(entry.name)
            }
        }
        files.sort { $0.number < $1.number }
        // Far from the others it is nobody's whom counting brought there, and would use the numbers up.
        var last = 0
        let near = files.prefix { file in
            defer { last = file.number }
            return file.number - last <= Self.furthest
        }
        foreign += files[near.count...].map(\.name)
        files = Array(near)
    }
}
