package import CameraModel
import Evidence

/// Closes what a power cut or a crash left open, before anything new is recorded.
///
/// An open segment is cut to its last whole fragment and kept under its final name; one without any whole fragment is
/// kept as it is under another. Nothing else is touched: what is not ours is named and left alone.
package struct Recovery {
    private let disk: any Disk
    private let unit: String
    private let boot: String
    private let report: Report

    /// Added to the name of a file that has no whole fragment.
    package static let unusableSuffix = ".unusable"

    package init(disk: any Disk, unit: String, boot: String, report: @escaping Report) {
        self.disk = disk
        self.unit = unit
        self.boot = boot
        self.report = report
    }

    /// Goes through the recordings folder, which it makes if there is none.
    ///
    /// - Returns: What was done, and the highest number found.
    /// - Throws: ``DiskError`` when the folder itself cannot be made or read. What fails in one recording is reported,
    ///   and left for the next start.
    package func run() throws(DiskError) -> RecoveryAccount {
        var account = RecoveryAccount()
        let entries: [DiskEntry]
        do throws(DiskError) {
            entries = try disk.list(RecordingNames.root)
        } catch {
            guard error.isAbsent else { throw error }
            try disk.makeDirectory(RecordingNames.root)
            try disk.synchronizeDirectory("")
            return account
        }
        for entry in entries {
            guard entry.kind == .directory,
                let number = RecordingNames.recording(ofFolder: entry.name, unit: unit)
            else {
                report(.warning("\(RecordingNames.root)/\(entry.name): not a recording of this unit; left alone"))
                account.foreign += 1
                continue
            }
            account.highestNumber = max(account.highestNumber, number)
            do {
                try recover(folder: "\(RecordingNames.root)/\(entry.name)", number: number, into: &account)
            } catch {
                report(.error("\(entry.name): could not be recovered: \(error); tried again at the next start"))
                account.failures += 1
            }
        }
        return account
    }

    private func recover(folder: String, number: Int, into account: inout RecoveryAccount) throws {
        let entries = try disk.list(folder)
        var lines: [RecordLine] = []
        for entry in entries where entry.kind == .file && entry.name.hasSuffix(SegmentFile.partialSuffix) {
            lines += try recover(entry, in: folder, into: &account)
        }
        var record = RecordSearch()
        for entry in entries {
            if let number = RecordingNames.recordNumber(entry.name) {
                record.take(
                    number: number,
                    text: RecordText(
                        try disk.read(
                            "\(folder)/\(entry.name)", at: 0, count: Int(clamping: entry.size))))
            } else if RecordingNames.segment(String(entry.name)) == nil,
                !entry.name.hasSuffix(SegmentFile.partialSuffix), !entry.name.hasSuffix(Self.unusableSuffix)
            {
                report(.warning("\(folder)/\(entry.name): not a recording's file; left alone"))
                account.foreign += 1
            }
        }
        guard !record.isComplete || !lines.isEmpty else { return }
        try completeRecord(record, with: lines, folder: folder, number: number)
        account.recordings += 1
    }

    /// Cuts one open segment to what is whole, and gives it its final name.
    private func recover(
        _ entry: DiskEntry, in folder: String, into account: inout RecoveryAccount
    ) throws -> [RecordLine] {
        let path = "\(folder)/\(entry.name)"
        let scan = try SegmentScan(path: path, size: entry.size, on: disk)
        let final = String(entry.name.dropLast(SegmentFile.partialSuffix.count))
        guard scan.wholeEnd > 0, let first = scan.entries.first, let last = scan.entries.last else {
            try disk.rename(path, to: "\(folder)/\(final)\(Self.unusableSuffix)")
            try disk.synchronizeDirectory(folder)
            report(
                .warning(
                    "\(path): no whole fragment (\(scan.defect ?? "empty")); kept as \(final)\(Self.unusableSuffix)"))
            account.unusable += 1
            return []
        }
        let discarded = entry.size - scan.wholeEnd
        let file = try disk.open(path)
        do throws(DiskError) {
            if discarded > 0 { try disk.truncate(file, to: scan.wholeEnd) }
            try disk.synchronize(file)
        } catch {
            try disk.close(file)
            throw error
        }
        try disk.close(file)
        try disk.rename(path, to: "\(folder)/\(final)")
        try disk.synchronizeDirectory(folder)
        account.segments += 1
        account.bytesDiscarded += discarded
        report(.info("\(folder)/\(final): recovered, \(scan.entries.count) fragments, \(discarded) bytes cut off"))
        let summary = SegmentSummary(
            channel: first.channel, segment: first.segment, file: final, bytes: scan.wholeEnd,
            fragments: scan.entries.count, origin: first.origin, end: scan.entries.map(\.end).max() ?? last.end,
            pictures: scan.entries.reduce(0) { $0 + $1.pictures },
            soundFrames: first.soundFrames.indices.map { track in
                scan.entries.reduce(0) { $0 + ($1.soundFrames.indices.contains(track) ? $1.soundFrames[track] : 0) }
            },
            recovery: RecoveryRemark(bytesDiscarded: discarded, defect: scan.defect, boot: boot))
        return scan.entries.map { .fragment($0) } + [.segment(summary)]
    }

    /// Adds what the record lacks in a file of its own, so that not a byte of the old one changes.
    private func completeRecord(
        _ record: RecordSearch, with lines: [RecordLine], folder: String, number: Int
    ) throws(DiskError) {
        let known = record.fragments
        let added = lines.filter { line in
            if case .fragment(let entry) = line { !known.contains(FragmentKey(entry)) } else { true }
        }
        var file = try RecordFile(
            path: "\(folder)/\(RecordingNames.record(number: record.highest + 1))", on: disk)
        try file.append((record.header.map { [.header($0)] } ?? []) + added)
        if !record.isComplete {
            try file.append([.end(RecordingEnd(recording: number, cause: "power-cut-or-crash", clock: nil))])
        }
        try file.synchronize()
        try file.close()
        try disk.synchronizeDirectory(folder)
    }
}

/// What recovery did.
package struct RecoveryAccount: Hashable, Sendable {
    /// Of any recording of this unit; 0 when there is none.
    package var highestNumber = 0
    package var recordings = 0
    package var segments = 0
    package var unusable = 0
    package var foreign = 0
    package var failures = 0
    package var bytesDiscarded: Int64 = 0

    package init() {}
}
