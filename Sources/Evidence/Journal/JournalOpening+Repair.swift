import CameraModel

extension JournalOpening {
    /// Opens the file for more, without the torn tail that it may have: that is kept aside, durably, before it is cut.
    ///
    /// - Returns: The file, and what the journal has to say of it.
    /// - Throws: ``DiskError``. What was not cut yet is still there then.
    func repair(_ scan: JournalScan, of folder: JournalFolder) throws(DiskError) -> (DiskFile, [Remark]) {
        var remarks: [Remark] = []
        for (name, size) in folder.torn.sorted(by: { $0.key < $1.key })
        where JournalNames.tornFile(name) == scan.file.number && !scan.asides.contains(name) {
            let hash = try JournalHead.digest(of: JournalNames.path(name), size: size, on: disk)
            remarks.append(
                Remark(
                    kind: .recovered, cause: "kept aside at an earlier start that did not get to write it down",
                    details: ["aside": .string(name), "bytes": .integer(size), "sha256": .string(hash)]))
        }
        if let fault = scan.fault { remarks.append(try keepAside(scan, fault)) }
        let file = try disk.open(scan.file.path)
        do throws(DiskError) {
            // The last lines may be there only as far as memory goes: a synchronization that failed in a process that
            // was killed leaves them clean in the cache and absent on the device. Written again they are dirty.
            let end = scan.wholeEnd
            let count = Int(min(end - scan.lastBatchStart, JournalSettings.largestBatch))
            let batch = try disk.read(scan.file.path, at: end - Int64(count), count: count)
            try disk.writeWhole(batch, to: file, at: end - Int64(count))
            if scan.fault != nil { try disk.truncate(file, to: end) }
            try disk.synchronize(file)
        } catch {
            try disk.close(file)
            throw error
        }
        return (file, remarks)
    }

    /// Copies the torn tail into a file of its own beside the journal's.
    private func keepAside(_ scan: JournalScan, _ fault: JournalFault) throws(DiskError) -> Remark {
        let bytes = try disk.read(scan.file.path, at: scan.wholeEnd, count: Int(scan.file.size - scan.wholeEnd))
        let (name, file) = try createAside(of: scan.file.number)
        do throws(DiskError) {
            try disk.writeWhole(bytes, to: file, at: 0)
            try disk.synchronize(file)
        } catch {
            try disk.close(file)
            throw error
        }
        try disk.close(file)
        try disk.synchronizeDirectory(JournalNames.folder)
        return Remark(
            kind: .recovered, cause: "\(fault)",
            details: [
                "file": .string(scan.file.name), "offset": .integer(scan.wholeEnd),
                "bytes": .integer(Int64(bytes.count)), "aside": .string(name), "sha256": .string(HexDigest.of(bytes)),
            ])
    }

    private func createAside(of number: Int) throws(DiskError) -> (String, DiskFile) {
        var count = 1
        while true {
            let name = JournalNames.torn(file: number, count)
            do throws(DiskError) {
                return (name, try disk.create(JournalNames.path(name)))
            } catch {
                guard error.alreadyExists, count < 1000 else { throw error }
            }
            count += 1
        }
    }
}
