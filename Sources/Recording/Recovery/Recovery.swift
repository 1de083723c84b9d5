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
            do throws(DiskError) {
                try recover(folder: "\(RecordingNames.root)/\(entry.name)", number: number, into: &account)
            } catch {
                report(.error("\(entry.name): could not be recovered: \(error); tried again at the next start"))
                account.failures += 1
            }
        }
        return account
    }

    private func recover(folder: String, number: Int, into account: inout RecoveryAccount) throws(DiskError) {
        let entries = try disk.list(folder)
        var record = RecordSearch()
        for entry in entries where entry.kind == .file {
            if let number = RecordingNames.recordNumber(entry.name) {
                try record.read("\(folder)/\(entry.name)", size: entry.size, number: number, on: disk)
            }
        }
        var lines: [RecordLine] = []
        let failuresBefore = account.failures
        for entry in entries {
            do throws(DiskError) {
                lines += try take(entry, in: folder, known: record, into: &account)
            } catch {
                // One file that cannot be read keeps no other from being recovered.
                report(.error("\(folder)/\(entry.name): not recovered: \(error); tried again at the next start"))
                account.failures += 1
            }
        }
        let endsNow = !record.isComplete && account.failures == failuresBefore
        guard endsNow || !lines.isEmpty else { return }
        try completeRecord(record, with: lines, endsNow: endsNow, folder: folder, number: number)
        account.recordings += 1
    }

    /// Does what is to be done with one file, and says what it holds that the record does not know.
    private func take(
        _ entry: DiskEntry, in folder: String, known record: RecordSearch, into account: inout RecoveryAccount
    ) throws(DiskError) -> [RecordLine] {
        switch Role(of: entry) {
        case .openSegment(let final): try recover(entry, as: final, in: folder, into: &account)
        case .segment where !record.segments.contains(entry.name): try describe(entry, in: folder)
        case .segment, .record, .unusable: []
        case .foreign: leave(entry, in: folder, into: &account)
        }
    }

    private func leave(_ entry: DiskEntry, in folder: String, into account: inout RecoveryAccount) -> [RecordLine] {
        report(.warning("\(folder)/\(entry.name): not a recording's file; left alone"))
        account.foreign += 1
        return []
    }

    /// Reads a finished segment of which the record lost its lines.
    private func describe(_ entry: DiskEntry, in folder: String) throws(DiskError) -> [RecordLine] {
        let scan = try SegmentScan(path: "\(folder)/\(entry.name)", size: entry.size, on: disk)
        guard scan.defect == nil else {
            report(.warning("\(folder)/\(entry.name): \(scan.defect ?? "damaged"); left alone"))
            return []
        }
        return lines(scan, file: entry.name, discarded: 0)
    }

    /// Cuts one open segment to what is whole, and gives it its final name.
    private func recover(
        _ entry: DiskEntry, as final: String, in folder: String, into account: inout RecoveryAccount
    ) throws(DiskError) -> [RecordLine] {
        let path = "\(folder)/\(entry.name)"
        let scan = try SegmentScan(path: path, size: entry.size, on: disk)
        guard scan.wholeEnd > 0 else {
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
        return lines(scan, file: final, discarded: discarded)
    }

    /// What a segment's own notes say, as lines of the record.
    private func lines(_ scan: SegmentScan, file: String, discarded: Int64) -> [RecordLine] {
        guard let first = scan.entries.first else { return [] }
        var summary = SegmentSummary(
            channel: first.channel, segment: first.segment, file: file, bytes: scan.wholeEnd,
            fragments: scan.entries.count, origin: first.origin, end: first.end, pictures: 0,
            soundFrames: first.soundFrames.map { _ in 0 },
            recovery: RecoveryRemark(bytesDiscarded: discarded, defect: scan.defect, boot: boot))
        for entry in scan.entries {
            summary.end = max(summary.end, entry.end)
            // Wrapping: the numbers are from a file.
            summary.pictures &+= entry.pictures
            for (track, frames) in zip(summary.soundFrames.indices, entry.soundFrames) {
                summary.soundFrames[track] &+= frames
            }
        }
        return scan.entries.map { .fragment($0) } + [.segment(summary)]
    }

    /// Adds what the record lacks in a file of its own, so that not a byte of the old one changes.
    private func completeRecord(
        _ record: RecordSearch, with lines: [RecordLine], endsNow: Bool, folder: String, number: Int
    ) throws(DiskError) {
        let known = record.fragments
        let added = lines.filter { line in
            if case .fragment(let entry) = line { !known.contains(FragmentKey(entry)) } else { true }
        }
        var file = try RecordFile(
            path: "\(folder)/\(RecordingNames.record(number: record.highest + 1))", on: disk)
        try file.append((record.header.map { [.header($0)] } ?? []) + added)
        if endsNow {
            try file.append([.end(RecordingEnd(recording: number, cause: "power-cut-or-crash", clock: nil))])
        }
        try file.synchronize()
        try file.close()
        try disk.synchronizeDirectory(folder)
    }
}

/// What a file in a recording's folder is to recovery, by its name.
private enum Role {
    /// Under its name until it is finished; with the one it gets.
    case openSegment(final: String)
    case segment
    case record
    case unusable
    case foreign

    init(of entry: DiskEntry) {
        let name = entry.name
        guard entry.kind == .file else {
            self = .foreign
            return
        }
        if RecordingNames.segment(name) != nil {
            self = .segment
        } else if RecordingNames.recordNumber(name) != nil {
            self = .record
        } else if let final = Self.segment(name, without: SegmentFile.partialSuffix) {
            self = .openSegment(final: final)
        } else if Self.segment(name, without: Recovery.unusableSuffix) != nil {
            self = .unusable
        } else {
            self = .foreign
        }
    }

    private static func segment(_ name: String, without suffix: String) -> String? {
        guard name.hasSuffix(suffix) else { return nil }
        let final = String(name.dropLast(suffix.count))
        return RecordingNames.segment(final) == nil ? nil : final
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
