import CameraModel

/// Finds the journal's end at start-up, and makes it one that can be added to.
struct JournalOpening {
    let disk: any Disk
    let unit: String

    /// Something that the journal has to say of itself.
    struct Remark {
        var kind: JournalKind
        var cause: String
        var code: String?
        var details: JSONObject
    }

    /// Where the journal goes on.
    struct Outcome {
        var position = JournalPosition.start
        /// The file to go on in; a new one when `nil`.
        var current: JournalFile?
        var nextNumber = 1
        var left: [LeftFile] = []
        var remarks: [Remark] = []
    }

    /// Reads the last file, and what is before it as far as they are linked.
    ///
    /// - Throws: ``DiskError`` when the folder cannot be read or made, or a torn tail not kept aside and cut.
    func run() throws(DiskError) -> Outcome {
        let folder = try makeFolder()
        // A process that was killed may have left names that are not durable yet.
        try disk.synchronizeDirectory("")
        try disk.synchronizeDirectory(JournalNames.folder)
        guard let last = folder.files.last else { return Outcome() }
        var unbegun: [JournalScan] = []
        var base: JournalScan?
        for file in folder.files.reversed() {
            let scan = JournalScan(file, unit: unit, on: disk)
            guard scan.isUnbegun, unbegun.count < LeftFile.most else {
                base = scan
                break
            }
            unbegun.append(scan)
        }
        if let fault = findFault(in: base, before: unbegun, of: folder) {
            return beginAnew(fault, after: base, lastNumber: last.number)
        }
        var outcome = Outcome()
        outcome.nextNumber = last.number + 1
        if !unbegun.isEmpty {
            let first = (base?.file.number ?? 0) + 1
            outcome.left = (first...last.number).map { LeftFile(number: $0, end: 0) }
        }
        guard let base else { return outcome }
        outcome.position = base.chain.position
        let (file, remarks) = try repair(base, of: folder)
        outcome.remarks = remarks
        if unbegun.isEmpty {
            outcome.current = JournalFile(file, number: base.file.number, end: base.wholeEnd, on: disk)
        } else {
            try disk.close(file)
        }
        return outcome
    }

    private func makeFolder() throws(DiskError) -> JournalFolder {
        do throws(DiskError) {
            return try JournalFolder(on: disk)
        } catch {
            guard error.isAbsent else { throw error }
        }
        try disk.makeDirectory(JournalNames.folder)
        return try JournalFolder(on: disk)
    }

    // MARK: Judging

    /// What is wrong other than an unfinished write.
    private func findFault(in base: JournalScan?, before unbegun: [JournalScan], of folder: JournalFolder)
        -> JournalFault?
    {
        let position = base?.chain.position ?? .start
        if let base {
            // More files in a row without an entry than the journal would ever leave.
            guard base.first != nil else {
                return base.fault ?? JournalFault(file: base.file.name, line: nil, offset: nil, defect: .cut)
            }
            if let fault = base.fault, !base.isTorn(after: position.sequence) { return fault }
            if let fault = findHeadFault(of: base, in: folder) { return fault }
        }
        for scan in unbegun where scan.fault != nil && !scan.isTorn(after: position.sequence) { return scan.fault }
        let last = folder.files.last?.number ?? 0
        let first = (base?.file.number ?? 0) + 1
        guard last - first < LeftFile.most else {
            return JournalFault(file: JournalNames.file(first), line: nil, offset: nil, defect: .missingFile)
        }
        return nil
    }

    /// Whether the file's first line is made on the last one of the file before.
    private func findHeadFault(of base: JournalScan, in folder: JournalFolder) -> JournalFault? {
        guard let first = base.first, !JournalHead.isRestart(first) else { return nil }
        let left = Dictionary(LeftFile.all(in: first).map { ($0.number, $0.end) }) { _, last in last }
        var number = base.file.number - 1
        while number > 0, left[number] == 0 { number -= 1 }
        var chain = JournalChain()
        if number > 0 {
            let name = JournalNames.file(number)
            guard let file = folder.files.first(where: { $0.number == number }) else {
                return JournalFault(file: name, line: nil, offset: nil, defect: .missingFile)
            }
            let end = left[number] ?? file.size
            do throws(DiskError) {
                guard let position = try JournalHead.position(of: file, at: end, on: disk) else {
                    return JournalFault(file: name, line: nil, offset: end, defect: .cut)
                }
                chain = JournalChain(after: position, unit: unit)
            } catch {
                return JournalFault(file: name, line: nil, offset: nil, defect: .unreadable(error))
            }
        }
        do throws(JournalDefect) {
            try chain.take(first, hash: "")
            return nil
        } catch {
            return JournalFault(file: base.file.name, line: 1, offset: 0, defect: error)
        }
    }

    /// Leaves what is broken as it is, and begins a new chain in a new file.
    private func beginAnew(_ fault: JournalFault, after base: JournalScan?, lastNumber: Int) -> Outcome {
        var outcome = Outcome()
        outcome.nextNumber = lastNumber + 1
        // Above every number that the last file shows, so that a number names one entry. Only a forger gets near the
        // largest; counting from 1 again is then the lesser evil.
        let counted = (base?.chain.position.sequence ?? 0) + (base?.linesBehind ?? 0)
        let sequence = max(counted, base?.highestBehind ?? 0)
        let isPlausible = sequence < JournalLine.lastSequence / 2
        outcome.position = JournalPosition(sequence: isPlausible ? sequence : 0, hash: JournalPosition.noHash)
        var details: JSONObject = ["file": .string(fault.file)]
        details["line"] = fault.line.map { .integer(Int64($0)) }
        details["offset"] = fault.offset.map(JSONValue.integer)
        if let base {
            details["lastFile"] = .string(base.file.name)
            details["lastFileBytes"] = .integer(base.file.size)
            // Fixes how the broken file was found, where that can be read in reasonable time.
            if base.file.size <= 64 << 20,
                let hash = try? JournalHead.digest(of: base.file.path, size: base.file.size, on: disk)
            {
                details["lastFileSHA256"] = .string(hash)
            }
        }
        outcome.remarks = [Remark(kind: .restarted, cause: "\(fault)", code: "M41", details: details)]
        return outcome
    }
}
