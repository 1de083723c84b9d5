/// What a file holds: as it is read back, and as the device under the page cache may hold it.
///
/// The device takes whole sectors of 512 bytes, in any order and at any time before a synchronization, so a sector
/// written several times may be found in any of its states. The size is likewise old or new until synchronized.
struct FileContent: Hashable, Sendable {
    static let sectorSize = 512

    /// As every read sees it.
    private(set) var bytes: [UInt8]
    /// The states that a sector went through since the last synchronization, oldest first, without the present one.
    private var older: [Int: [[UInt8]]] = [:]
    /// What the device holds of sectors that it was told to forget, and that are not going to be written back.
    private var forgotten: [Int: [UInt8]] = [:]
    /// The sizes since the last synchronization, oldest first, without the present one.
    private var olderSizes: [Int] = []

    /// A file whose content is on the device.
    init(durable bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// Writes at `offset`; a hole before it reads as zeros.
    mutating func write(_ new: [UInt8], at offset: Int) {
        guard !new.isEmpty else { return }
        let end = offset + new.count
        touch(from: min(offset, bytes.count), to: end)
        if bytes.count < offset { bytes.append(contentsOf: repeatElement(0, count: offset - bytes.count)) }
        let overlap = min(bytes.count, end)
        bytes.replaceSubrange(offset..<overlap, with: new)
    }

    /// Writes every other sector of the piece, the first among them, and leaves the rest as it was.
    mutating func tear(_ new: ArraySlice<UInt8>, at offset: Int) {
        var position = offset
        var isTaken = true
        while position < offset + new.count {
            let end = min(offset + new.count, (position / Self.sectorSize + 1) * Self.sectorSize)
            if isTaken {
                let begin = new.startIndex + position - offset
                write(Array(new[begin..<(begin + end - position)]), at: position)
            }
            isTaken.toggle()
            position = end
        }
    }

    /// Sets the size; bytes that it adds are zeros.
    mutating func truncate(to size: Int) {
        guard size != bytes.count else { return }
        touch(from: min(size, bytes.count), to: max(size, bytes.count))
        if size < bytes.count {
            if olderSizes.last != bytes.count { olderSizes.append(bytes.count) }
            bytes.removeLast(bytes.count - size)
        } else {
            bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
        }
    }

    /// Everything is on the device now, but for what a failed synchronization forgot.
    mutating func synchronize() {
        older = [:]
        olderSizes = []
    }

    /// The device failed: what was to be written is forgotten, and reads go on showing it.
    mutating func forgetDirty() {
        for (sector, states) in older { forgotten[sector] = states.first ?? [] }
        older = [:]
    }

    /// What is certainly on the device: the oldest state of everything.
    var durable: [UInt8] {
        assembled(size: olderSizes.first ?? bytes.count) { $0.first ?? [] }
    }

    /// What the device may hold when the power goes, by chance.
    func survivor(using random: inout some RandomNumberGenerator) -> [UInt8] {
        let sizes = olderSizes + [bytes.count]
        let size = sizes[Int.random(in: 0..<sizes.count, using: &random)]
        return assembled(size: size) { states in
            states[Int.random(in: 0..<states.count, using: &random)]
        }
    }

    /// Puts a content together from one state of each sector that has several; asks in the order of sectors.
    private func assembled(size: Int, choosing choose: ([[UInt8]]) -> [UInt8]) -> [UInt8] {
        var result = Array(bytes.prefix(size))
        result.append(contentsOf: repeatElement(0, count: size - result.count))
        var states = forgotten.mapValues { [$0] }
        for (sector, olderStates) in older { states[sector] = olderStates + [content(ofSector: sector)] }
        for (sector, states) in states.sorted(by: { $0.key < $1.key }) {
            let state = choose(states)
            let begin = sector * Self.sectorSize
            guard begin < size else { continue }
            let end = min(size, begin + Self.sectorSize)
            let kept = state.prefix(end - begin)
            let zeros = repeatElement(UInt8(0), count: end - begin - kept.count)
            result.replaceSubrange(begin..<end, with: kept + zeros)
        }
        return result
    }

    /// Keeps the present state of the sectors from byte `begin` to byte `end`, which are about to change.
    private mutating func touch(from begin: Int, to end: Int) {
        if end > bytes.count, olderSizes.last != bytes.count { olderSizes.append(bytes.count) }
        guard begin < end else { return }
        for sector in (begin / Self.sectorSize)...((end - 1) / Self.sectorSize) {
            // What was forgotten is what the device holds; the present state was never going to reach it.
            let state = forgotten.removeValue(forKey: sector) ?? content(ofSector: sector)
            older[sector, default: []].append(state)
        }
    }

    /// Shorter than a sector at the end of the file, and empty beyond it.
    private func content(ofSector sector: Int) -> [UInt8] {
        let begin = sector * Self.sectorSize
        guard begin < bytes.count else { return [] }
        return Array(bytes[begin..<min(bytes.count, begin + Self.sectorSize)])
    }
}
