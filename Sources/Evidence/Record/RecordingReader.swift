package import CameraModel

/// Reads the recordings below a state folder, and says what in them is not as it should be.
///
/// Changes nothing.
package struct RecordingReader {
    private let disk: any Disk

    package init(disk: any Disk) {
        self.disk = disk
    }

    /// Reads every recording.
    ///
    /// - Returns: The recordings in order of their names, and one line for each name that is none.
    /// - Throws: ``DiskError`` when there is no recordings folder, or it cannot be read.
    package func readAll() throws(DiskError) -> (accounts: [RecordingAccount], foreign: [String]) {
        var accounts: [RecordingAccount] = []
        var foreign: [String] = []
        for entry in try disk.list(RecordingNames.root) {
            let path = "\(RecordingNames.root)/\(entry.name)"
            guard entry.kind == .directory else {
                foreign.append("\(path): not a recording")
                continue
            }
            let account = try read(path)
            if account.header == nil, account.segments.isEmpty, !account.defects.isEmpty {
                foreign.append("\(path): not a recording: \(account.defects.joined(separator: "; "))")
            } else {
                accounts.append(account)
            }
        }
        return (accounts, foreign)
    }

    private func read(_ folder: String) throws(DiskError) -> RecordingAccount {
        var account = RecordingAccount(folder: String(folder.dropFirst(RecordingNames.root.count + 1)))
        let entries = try disk.list(folder)
        let records = entries.filter { RecordingNames.recordNumber($0.name) != nil }
            .sorted { (RecordingNames.recordNumber($0.name) ?? 0) < (RecordingNames.recordNumber($1.name) ?? 0) }
        // A file that was begun after an error repeats what might have been lost with the one before.
        var known: Set<RecordLine> = []
        for entry in records {
            let path = "\(folder)/\(entry.name)"
            let defect = try RecordText.read(path, size: entry.size, on: disk) { line in
                if known.insert(line).inserted { account.take(line) }
            }
            // A record that a power cut tore is completed by the one after it.
            if let defect, entry.name == records.last?.name { account.defects.append("\(path): \(defect)") }
        }
        if records.isEmpty { account.defects.append("\(folder): no record") }
        try judge(entries, of: folder, into: &account)
        return account
    }

    /// Holds the files that are there against the record.
    private func judge(
        _ entries: [DiskEntry], of folder: String, into account: inout RecordingAccount
    ) throws(DiskError) {
        for entry in entries where RecordingNames.recordNumber(entry.name) == nil {
            let path = "\(folder)/\(entry.name)"
            guard entry.kind == .file, RecordingNames.segment(entry.name) != nil else {
                account.defects.append("\(path): not finished, or not a recording's file")
                continue
            }
            guard let summary = account.segments.first(where: { $0.file == entry.name }) else {
                account.defects.append("\(path): not in the record")
                continue
            }
            let scan = try SegmentScan(path: path, size: entry.size, on: disk)
            if let defect = scan.defect {
                account.defects.append("\(path): \(defect)")
            } else if entry.size != summary.bytes {
                account.defects.append("\(path): \(entry.size) bytes, \(summary.bytes) in the record")
            }
        }
        for summary in account.segments where !entries.contains(where: { $0.name == summary.file }) {
            account.defects.append("\(folder)/\(summary.file): in the record, but not there")
        }
    }
}
